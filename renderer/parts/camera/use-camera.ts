/** F4 over a box for files: the camera is opened first, so that a machine without one shows no empty dialog. */
import { useEffect, useRef, useState } from 'react'
import { say, sayWhile } from '../../ui/feedback.ts'
import { cameraWords } from '../../words/devices.ts'
import { useCameraPlace } from './camera-places.ts'
import { type OpenCamera, openCamera } from './open-camera.ts'

const CAMERA = 'camera'

type CameraInHand = {
  open: OpenCamera | null
  /** What the box is called. */
  what: () => string
  close: () => void
}

/** `box` is labelled. */
export function useCamera(box: { readonly current: HTMLElement | null }): CameraInHand {
  const [open, setOpen] = useState<OpenCamera | null>(null)
  const underWay = useRef(false)
  // Once the dialog is gone: while it stands the cursor cannot leave it.
  useEffect(() => (open === null ? undefined : () => box.current?.focus()), [open, box])
  const what = () => {
    const label = box.current?.getAttribute('aria-labelledby') ?? ''
    return document.getElementById(label)?.textContent?.trim() ?? ''
  }
  const start = async () => {
    if (underWay.current || open !== null) return
    underWay.current = true
    const done = sayWhile(cameraWords.opening, CAMERA)
    const opened = await openCamera()
    done()
    underWay.current = false
    if (typeof opened !== 'string') return setOpen(opened)
    say(cameraWords.butFiles(cameraWords.faults[opened], what()), 'warning', CAMERA)
    box.current?.scrollIntoView({ block: 'center' })
    box.current?.focus({ preventScroll: true })
  }
  useCameraPlace(box, () => void start())
  return { open, what, close: () => setOpen(null) }
}
