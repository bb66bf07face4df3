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
  for (const figure of figures) {
    // What remains when the unconfirmed are put aside.
    const rest = here[figure] - unconfirmed[figure] - bureau[figure]
    // A voiding on its way takes a receipt back: one act, not none.
    waiting += Math.max(0, unconfirmed[figure])
    if (rest > 0) ahead += rest
    else behind -= rest
  }
  if (waiting + ahead + behind === 0) {
    // A day can agree while older acts are still on their way.
    const apart = inHand === undefined ? 0 : Math.abs(inHand.here - inHand.bureau)
    return [apart === 0 ? todayWords.same : todayWords.stockApart(apart)]
  }
  return [
    ...(waiting > 0 ? [todayWords.unsent(waiting)] : []),
    ...(behind > 0 ? [todayWords.behind(behind)] : []),
    ...(ahead > 0 ? [todayWords.ahead(ahead)] : []),
  ]
}
