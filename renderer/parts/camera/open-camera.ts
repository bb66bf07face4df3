/** The camera's picture as it moves. Never a sound: main gives the camera alone. */
import { type CameraFault, cameraFaultOf } from './camera-fault.ts'

/** As sharp as the camera gives, up to A4 at 300 dots an inch. */
const size = { width: { ideal: 3508 }, height: { ideal: 2480 } }

const CHOSEN = 'camera'

export type OpenCamera = { stream: MediaStream; cameras: readonly Camera[]; id: string }
export type Camera = { id: string; name: string }

/** The one used last, where it is still there. */
export async function openCamera(
  wanted: string | null = localStorage.getItem(CHOSEN),
): Promise<OpenCamera | CameraFault> {
  try {
    const which = wanted === null ? {} : { deviceId: { ideal: wanted } }
    const stream = await navigator.mediaDevices.getUserMedia({ video: { ...size, ...which }, audio: false })
    const found = await navigator.mediaDevices.enumerateDevices()
    const cameras = found
      .filter(({ kind }) => kind === 'videoinput')
      .map(({ deviceId, label }, at) => ({ id: deviceId, name: label === '' ? String(at + 1) : label }))
    const id = stream.getVideoTracks()[0]?.getSettings().deviceId ?? ''
    localStorage.setItem(CHOSEN, id)
    return { stream, cameras, id }
  } catch (error) {
    return cameraFaultOf(error)
  }
}

export function closeCamera({ stream }: Pick<OpenCamera, 'stream'>): void {
  for (const track of stream.getTracks()) track.stop()
}
