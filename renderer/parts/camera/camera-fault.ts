/** Why there is no picture. none: no camera · taken: another program has it, or it does not start · refused: this program may not. */
export type CameraFault = 'none' | 'taken' | 'refused'

export function cameraFaultOf(error: unknown): CameraFault {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'taken'
}
