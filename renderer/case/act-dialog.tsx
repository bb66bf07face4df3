/** The dialog of an act: its fields, then what was saved and the papers it made. F9 submits and prints, Esc goes one step back. */
import { Alert, Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useCameraKey } from '../parts/device-keys.ts'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/feedback.ts'
import { moveOnEnter, stopsOf } from '../ui/fields/enter-moves.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { actWords } from '../words/acts.ts'
import { cameraWords, cardWords } from '../words/devices.ts'
import { ActForm } from './act-form.tsx'
import type { Act } from './acts/act.ts'
import { type Around, namesAround } from './around.ts'
import { nextActName } from './next-act-name.ts'
import { SavedAct } from './saved-act.tsx'
import { useAct } from './use-act.ts'

type Props = { act: Act; around: Around; onClose: () => void }

/** The cursor goes to the first box that is wrong; why nothing was sent comes into sight, however long the form is. */
function toWhatIsWrong(body: HTMLElement): void {
  const wrong = body.querySelector('.field-error')?.closest<HTMLElement>('[data-field]') ?? null
  const [box] = wrong === null ? [] : stopsOf(wrong)
  if (box !== undefined) box.focus()
  else body.querySelector('.act-refusal')?.scrollIntoView({ block: 'nearest' })
}

/** Mounted while it is open; the case it was opened on stays the one it acts on. */
export function ActDialog({ act, around, onClose }: Props): ReactNode {
  // What others do meanwhile must not change the form under the fingers; the check at the end is made on what was seen.
  const opened = useRef(around).current
  const { form, sending, failed, refusal, recorded, submit } = useAct(act, opened)
  const body = useRef<HTMLDivElement>(null)
  useHotkey('F9', recorded === null ? submit : undefined)
  useHotkey('F2', () => say(cardWords.closeFirst, 'info'))
  useCameraKey(body, () => say(cameraWords.noPlaceHere, 'info'))
  useEffect(() => {
    if (failed > 0 && body.current !== null) toWhatIsWrong(body.current)
  }, [failed])
  const about = act.about?.(opened)
  return (
    <Dialog
      title={nextActName(act, opened)}
      width={860}
      onClose={sending ? undefined : onClose}
      footer={
        recorded !== null ? null : (
          <>
            <Button onClick={onClose} disabled={sending}>
              {actWords.cancel} <kbd>Esc</kbd>
            </Button>
            <Button type="primary" loading={sending} onClick={submit}>
              {actWords.submit} <kbd>F9</kbd>
            </Button>
          </>
        )
      }
      onShown={() => body.current !== null && stopsOf(body.current)[0]?.focus()}
    >
      {recorded !== null ? (
        <SavedAct recorded={recorded} names={namesAround(opened)} onClose={onClose} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Enter moves between the fields inside
        <div ref={body} className="act-body" data-enter-moves onKeyDown={moveOnEnter}>
          {about !== undefined && <p className="act-about">{about}</p>}
          <ActForm fields={act.fields(opened)} control={form.control} around={opened} />
          <div aria-live="assertive">
            {refusal !== null && <Alert type="error" showIcon title={refusal} className="act-refusal" />}
          </div>
        </div>
      )}
    </Dialog>
  )
}
