/** Why the terminal's figures and the bureau's differ, in sentences. Pure. */
import { type Figure, figures } from '../../shared/report/figures.ts'
import { todayWords } from '../words/today.ts'

/** Each act once: what is decided on the day of receipt, or accepted with something owed, is decided or accepted as well. */
const acts = figures.filter((figure) => figure !== 'sameDay' && figure !== 'incomplete')

type Figures = Readonly<Record<Figure, number>>
type Both = { here: number; bureau: number } | undefined

/** Own acts not confirmed yet are ahead of the bureau, others' acts not pulled yet behind it; what is left has no excuse. */
export function explain(
  here: Figures,
  bureau: Figures,
  unconfirmed: Figures,
  {
    inHand,
    overdue,
    enquiries,
    alike = true,
  }: { inHand?: Both; overdue?: Both; enquiries?: Both; alike?: boolean } = {},
): string[] {
  let waiting = 0
  let ahead = 0
  let behind = 0
  let judging = 0
  for (const figure of acts) {
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
    const [stock, late, asked] = [apartOf(inHand), apartOf(overdue), apartOf(enquiries)]
    if (stock + late + asked === 0) return [alike ? todayWords.same : todayWords.evenByChance]
    return [
      ...(alike ? [] : [todayWords.evenByChance]),
      ...(stock === 0 ? [] : [todayWords.stockApart(stock)]),
      ...(late === 0 ? [] : [todayWords.lateApart(late)]),
      ...(asked === 0 ? [] : [todayWords.enquiriesApart(asked)]),
    ]
  }
  const asked = apartOf(enquiries)
  return [
    ...(waiting > 0 ? [todayWords.unsent(waiting)] : []),
    ...(judging > 0 && behind === 0 ? [todayWords.judging(judging)] : []),
    ...(behind > 0 ? [todayWords.behind(behind)] : []),
    ...(ahead > 0 ? [todayWords.ahead(ahead)] : []),
    ...(asked > 0 ? [todayWords.enquiriesApart(asked)] : []),
  ]
}

function apartOf(both: Both): number {
  return both === undefined ? 0 : Math.abs(both.here - both.bureau)
}
