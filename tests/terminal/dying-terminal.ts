/** A terminal in a process of its own that dies by kill -9 when an act is on the disk and its answer is not yet on its way. */

import type { DeskHandlers } from '../../electron/serve.ts'
import { serve } from '../../electron/serve.ts'
import { openTerminal } from '../../electron/terminal.ts'

const { dieAt, ...setting } = JSON.parse(process.argv[2] ?? '') as {
  dataDir: string
  outsideDir: string
  dieAt: 'recorded' | 'never'
}
const terminal = await openTerminal({ ...setting, uploadEverySeconds: 600, minimumFreeBytes: 0, notify: () => {} })
const record: DeskHandlers['act.record'] = async (request, caller) => {
  const answer = await terminal.handlers['act.record'](request, caller)
  if (dieAt === 'recorded' && answer.ok) process.kill(process.pid, 'SIGKILL')
  return answer
}
const answer = serve({ ...terminal.handlers, 'act.record': record }, { report: terminal.log.incident })
process.on('message', ({ id, door, input }: { id: number; door: string; input: unknown }) => {
  void answer('desk', door, input).then((given) => process.send?.({ id, answer: given }))
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
