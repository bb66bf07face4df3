/** A field for scans and pictures: chosen in the system's dialog, dropped, or pasted; looked at, taken away, brought back. */
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { filesOf, type KeptFile } from '../../../shared/item/kept-file.ts'
import { machine } from '../../machine.ts'
import { goOn } from '../../ui/fields/enter-moves.ts'
import { labelId, type WidgetProps } from '../../ui/fields/widget.ts'
import { isComposing } from '../../ui/hotkeys.ts'
import { filesWords, keepFaultWords, sizeText } from '../../words/files.ts'
import { CameraDialog } from '../camera/camera-dialog.tsx'
import { useCamera } from '../camera/use-camera.ts'
import { FileLine } from './file-line.tsx'
import { FileViewer } from './file-viewer.tsx'
import { type Limits, mostBytes, mostFiles } from './taking.ts'
import { useFiles } from './use-files.ts'
import './files.css'

type Props = WidgetProps & { limits: Limits | undefined }

const noLimits: Limits = {}

export function FilesBox({
  id,
  value,
  onChange,
  onBlur,
  status,
  describedBy,
  required,
  limits = noLimits,
}: Props): ReactNode {
  const files = filesOf(value)
  const box = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const [viewed, setViewed] = useState<KeptFile | null>(null)
  const hand = useFiles({ files, limits, onChange })
  const stay = () => box.current?.focus()
  const camera = useCamera(box)

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event.nativeEvent)) return
    if (event.ctrlKey && event.key === 'z' && hand.gone !== null) {
      event.preventDefault()
      hand.undo()
      return stay()
    }
    if (event.target !== box.current) return
    if (event.key === ' ') {
      event.preventDefault()
      void hand.choose()
    } else if (event.key === 'Enter' && !event.shiftKey && !required) {
      // No stop itself, and left by the same key.
      event.preventDefault()
      goOn(event.currentTarget)
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be labelled by the field's own label
    <div
      id={id}
      ref={box}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the blank bar chooses, Ctrl+V pastes
      tabIndex={0}
      // One that may stay empty is passed by: Tab and F4 lead here.
      data-stop={required ? '' : undefined}
      className={`files-box${over ? ' files-over' : ''}${status === 'error' ? ' files-wrong' : ''}`}
      aria-labelledby={labelId(id)}
      aria-describedby={describedBy}
      onKeyDown={press}
      onBlur={onBlur}
      onPaste={(event) => {
        const given = [...event.clipboardData.files]
        if (given.length === 0) return
        event.preventDefault()
        void hand.add(given)
      }}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void hand.add([...event.dataTransfer.files])
      }}
    >
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <FileLine key={file.sha256} file={file} onView={() => setViewed(file)}>
              <Button
                size="small"
                type="text"
                onClick={() => {
                  hand.remove(file.sha256)
                  stay()
                }}
              >
                {filesWords.remove}
              </Button>
            </FileLine>
          ))}
        </ul>
      )}
      <div className="files-foot">
        <Button loading={hand.busy} onClick={() => void hand.choose().then(stay)}>
          {filesWords.choose}
        </Button>
        {hand.gone === null ? (
          <span className="field-help">
            {hand.busy ? filesWords.taking : limits.picturesOnly ? filesWords.picturesKeys : filesWords.keys}
          </span>
        ) : (
          <span className="table-gone" role="status">
            {(hand.gone.replaced ? filesWords.replaced : filesWords.removed)(hand.gone.file.name)}
            <Button
              type="link"
              onClick={() => {
                hand.undo()
                stay()
              }}
            >
              {filesWords.undo} <kbd>Ctrl+Z</kbd>
            </Button>
          </span>
        )}
      </div>
      <div aria-live="polite">
        {hand.faults.map(({ name, why }) => (
          <p key={`${name} ${why}`} className="field-error">
            “{name}”
            {keepFaultWords[why](
              why === 'tooMany' ? String(mostFiles(limits)) : sizeText(mostBytes(limits)),
              limits.picturesOnly === true,
            )}
          </p>
        ))}
      </div>
      {camera.open !== null && (
        <CameraDialog
          camera={camera.open}
          what={camera.what()}
          mostBytes={mostBytes(limits)}
          onKeep={(picture) => void hand.add([picture])}
          onClose={camera.close}
        />
      )}
      {viewed !== null && (
        <FileViewer
          file={viewed}
          open={() => machine['file.look']({ sha256: viewed.sha256 })}
          onClose={() => setViewed(null)}
        />
      )}
    </div>
  )
}
