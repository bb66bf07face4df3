/** A picture of what lies under the camera: the blank bar or Enter takes it, Enter keeps it, Esc goes one step back. */
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { machine, onNotice } from '../../machine.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/feedback.ts'
import { isComposing } from '../../ui/hotkeys.ts'
import { cameraWords } from '../../words/devices.ts'
import { closeCamera, type OpenCamera, openCamera } from './open-camera.ts'
import { attempts } from './picture-size.ts'
import './camera.css'

const own = ['Enter', ' ', 'ArrowDown', 'ArrowUp']

type Props = {
  camera: OpenCamera
  /** The field's name. */
  what: string
  mostBytes: number
  onKeep: (picture: File) => void
  onClose: () => void
}

export function CameraDialog({ camera: first, what, mostBytes, onKeep, onClose }: Props): ReactNode {
  const [camera, setCamera] = useState(first)
  const [taken, setTaken] = useState(false)
  const video = useRef<HTMLVideoElement>(null)
  const still = useRef<HTMLCanvasElement>(null)
  const main = useRef<HTMLButtonElement>(null)
  const busy = useRef(false)
  const closing = useRef(onClose)
  closing.current = onClose

  useEffect(() => {
    const shown = video.current
    if (shown !== null) shown.srcObject = camera.stream
    const gone = () => {
      say(cameraWords.unplugged, 'error')
      closing.current()
    }
    const track = camera.stream.getVideoTracks()[0]
    track?.addEventListener('ended', gone)
    return () => {
      track?.removeEventListener('ended', gone)
      closeCamera(camera)
    }
  }, [camera])
  // Behind the lock, and for the next clerk, nothing looks on.
  useEffect(
    () =>
      onNotice(
        'session',
        () => void machine['session.now'](null).then(({ session }) => session === null && closing.current()),
      ),
    [],
  )

  const shoot = () => {
    const [from, to] = [video.current, still.current]
    // Nothing to be seen yet.
    if (from === null || to === null || from.videoWidth === 0) return
    to.width = from.videoWidth
    to.height = from.videoHeight
    to.getContext('2d')?.drawImage(from, 0, 0)
    setTaken(true)
  }
  const keep = async () => {
    if (still.current === null || busy.current) return
    busy.current = true
    const picture = await pictureOf(still.current, mostBytes)
    busy.current = false
    if (picture === null) return say(cameraWords.tooLarge, 'error')
    onKeep(picture)
    closing.current()
  }
  const back = useCallback(() => (taken ? setTaken(false) : closing.current()), [taken])
  const other = async (step: 1 | -1) => {
    const { cameras, id } = camera
    if (taken || cameras.length < 2 || busy.current) return
    busy.current = true
    const at = cameras.findIndex((each) => each.id === id)
    closeCamera(camera)
    const next = await openCamera(cameras.at((at + step) % cameras.length)?.id ?? null)
    busy.current = false
    if (typeof next !== 'string') return setCamera(next)
    say(cameraWords.faults[next], 'error')
    closing.current()
  }
  const press = (event: KeyboardEvent) => {
    if (!own.includes(event.key)) return
    // The form below would go on to its next field, or choose a file.
    event.stopPropagation()
    // The other button is pressed by the same keys.
    if (event.target instanceof HTMLButtonElement && event.target !== main.current) return
    event.preventDefault()
    if (isComposing(event.nativeEvent) || event.repeat) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return void other(event.key === 'ArrowDown' ? 1 : -1)
    if (!taken) shoot()
    else if (event.key === 'Enter') void keep()
  }
  const focus = () => main.current?.focus()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture, another press
  useEffect(focus, [taken, camera])
  const name = camera.cameras.find(({ id }) => id === camera.id)?.name
  return (
    <Dialog title={cameraWords.title(what)} width={920} footer={null} onClose={back} onShown={focus}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of its main button, wherever the cursor is */}
      <div className="camera" onKeyDown={press}>
        <div className="camera-picture">
          <video ref={video} autoPlay playsInline muted hidden={taken} aria-label={cameraWords.live} />
          <canvas ref={still} hidden={!taken} role="img" aria-label={cameraWords.still} />
        </div>
        <p className="camera-hint" role="status">
          {taken ? cameraWords.look : cameraWords.lay}
          {!taken && camera.cameras.length > 1 && ` ${cameraWords.other(name ?? '')}`}
        </p>
        <div className="camera-foot">
          <Button onClick={back}>
            {taken ? cameraWords.again : cameraWords.close} <kbd>Esc</kbd>
          </Button>
          <Button ref={main} type="primary" onClick={() => (taken ? void keep() : shoot())}>
            {taken ? cameraWords.keep : cameraWords.take}{' '}
            <kbd>{taken ? cameraWords.enter : cameraWords.enterOrBlank}</kbd>
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** As JPEG, small enough for the field; null when it cannot be made so. */
async function pictureOf(still: HTMLCanvasElement, mostBytes: number): Promise<File | null> {
  for (const { width, height, quality } of attempts(still.width, still.height)) {
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(still, 0, 0, width, height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (blob !== null && blob.size <= mostBytes)
      return new File([blob], cameraWords.fileName(new Date()), { type: 'image/jpeg' })
  }
  return null
}
