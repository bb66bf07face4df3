/** The list to take home (一次性告知单), before any case exists. */
import type { Item } from '../../shared/item/item.ts'
import { listToBring } from '../../shared/paper/list-to-bring.ts'
import type { Hall } from '../../shared/people/hall.ts'
import { machine } from '../machine.ts'
import { say } from '../ui/feedback.tsx'
import { showProblem } from '../ui/problem.ts'
import { slipText } from '../words/printing.ts'

/** One is on its way: a second press meanwhile is the same wish. */
let underWay = false

export function printGuide(item: Item, hall: Hall): void {
  if (underWay) return
  underWay = true
  const done = () => {
    underWay = false
  }
  machine['slip.print'](listToBring(item, hall))
    .then((job) => say(slipText(job), job.state === 'savedAsPdf' ? 'info' : 'success'), showProblem)
    .finally(done)
}
