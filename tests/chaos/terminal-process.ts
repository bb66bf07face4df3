/** One terminal as a process of its own, without a window: letters come over the process channel instead of from a page. */

import { serve } from '../../electron/serve.ts'
import { openTerminal } from '../../electron/terminal.ts'
import type { Setting } from './machine.ts'

const setting = JSON.parse(process.argv[2] ?? '') as Setting
const terminal = await openTerminal({ ...setting, notify: () => undefined, uploadEverySeconds: 5 })
const answer = serve(terminal.handlers, { report: terminal.log.incident })
process.on('message', (letter: { id: number; door: string; input: unknown }) => {
  void answer('desk', letter.door, letter.input).then((given) => process.send?.({ id: letter.id, answer: given }))
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
