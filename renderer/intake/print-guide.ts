/** The list to take home (一次性告知单), before any case exists: for one matter or for all of a visit. */
import { listForVisit, listToBring } from '../../shared/paper/list-to-bring.ts'
import type { Hall } from '../../shared/people/hall.ts'
import { machine } from '../machine.ts'
import { say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { slipText } from '../words/printing.ts'
import type { VisitPlan } from './visit-plan.ts'

/** One is on its way: a second press meanwhile is the same wish. */
let underWay = false

export function printGuide({ all, said }: Pick<VisitPlan, 'all' | 'said'>, hall: Hall): void {
  const [first] = all
  if (first === undefined || underWay) return
  underWay = true
  const list =
    all.length === 1
      ? listToBring(first.item, hall, { situation: first.situation, said, brought: first.brought })
      : listForVisit(all, hall, said)
  machine['slip.print'](list)
    .then((job) => say(slipText(job), job.state === 'savedAsPdf' ? 'info' : 'success'), showProblem)
    .finally(() => {
      underWay = false
    })
}
