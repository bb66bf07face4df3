/** Lives counted, for tests: the lines of a history, one event after the other. */
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { Item } from '../../shared/item/item.ts'
import { countOn, type Line } from '../../shared/report/lines.ts'
import { calendar } from './catalogue.ts'

/** What these events of one case count for, from the first. */
export function linesOf(events: readonly AnyEvent[], item: Item | undefined, of = calendar): readonly Line[] {
  let [kase, lines]: [Case | undefined, readonly Line[]] = [undefined, []]
  for (const event of events) {
    const after = apply(kase, event)
    lines = countOn(lines, { before: kase, event, after, item, calendar: of })
    kase = after
  }
  return lines
}
