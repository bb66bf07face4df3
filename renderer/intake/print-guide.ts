/** The list to take home (一次性告知单), before any case exists. */
import type { Item } from '../../shared/item/item.ts'
import { listToBring } from '../../shared/paper/list-to-bring.ts'
import type { Hall } from '../../shared/people/hall.ts'
import { machine } from '../machine.ts'
import { say } from '../ui/feedback.tsx'
import { showProblem } from '../ui/problem.ts'
import { slipText } from '../words/printing.ts'

export function printGuide(item: Item, hall: Hall): void {
  machine['slip.print'](listToBring(item, hall)).then(
    (job) => say(slipText(job), job.state === 'savedAsPdf' ? 'info' : 'success'),
    showProblem,
  )
}
