/** Which queue this system has: one file a system. */
import type { PrintQueue } from './queue.ts'

export async function openQueue(): Promise<PrintQueue> {
  const { queue } = process.platform === 'win32' ? await import('./queue-windows.ts') : await import('./queue-linux.ts')
  return queue
}
