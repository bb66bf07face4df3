/** Why the terminal's figures and the bureau's differ, in sentences. Pure. */
import { type Figure, figures } from '../../shared/report/figures.ts'
import { todayWords } from '../words/today.ts'

type Figures = Readonly<Record<Figure, number>>

/** Own acts not confirmed yet are ahead of the bureau, others' acts not pulled yet behind it; what is left has no excuse. */
export function explain(
  here: Figures,
  bureau: Figures,
  unconfirmed: Figures,
  inHand?: { here: number; bureau: number },
): string[] {
  let waiting = 0
  let ahead = 0
  let behind = 0
  let judging = 0
  for (const figure of figures) {
    const apart = here[figure] - bureau[figure]
    // A voiding on its way takes a receipt back: one act, not none.
    const own = Math.max(0, unconfirmed[figure])
    // What remains when the unconfirmed are put aside.
    const rest = apart - unconfirmed[figure]
    if (rest > 0) ahead += rest
    // The bureau has our own already, and we have yet to hear of it.
    const arrived = Math.min(own, Math.max(0, -rest))
    waiting += own - arrived
    judging += arrived
    behind += Math.max(0, -rest) - arrived
  }
  if (waiting + ahead + behind + judging === 0) {
    // A day can agree while older acts are still on their way.
    const apart = inHand === undefined ? 0 : Math.abs(inHand.here - inHand.bureau)
    return [apart === 0 ? todayWords.same : todayWords.stockApart(apart)]
  }
  return [
    ...(waiting > 0 ? [todayWords.unsent(waiting)] : []),
    ...(judging > 0 && behind === 0 ? [todayWords.judging(judging)] : []),
    ...(behind > 0 ? [todayWords.behind(behind)] : []),
    ...(ahead > 0 ? [todayWords.ahead(ahead)] : []),
  ]
}
