/** What is signed when the counter has closed: each window its 日清, the supervisor the 日结 and what came to earlier days since, and
 *  in the evening of a week's last working day its result. */
import type { Bureau } from '../../server/bureau.ts'
import { signClose } from '../../server/close-sign.ts'
import { closeDays, closeView, countedDays } from '../../server/closes.ts'
import { signWeek } from '../../server/week-words.ts'
import { calendarOf, weekFor } from '../../server/weeks.ts'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { PersonId, WindowNo } from '../../shared/case/ids.ts'
import { type DayCheck, piles, programCounts } from '../../shared/report/bags.ts'
import type { CloseRow } from '../../shared/report/close.ts'
import { type Figure, figures } from '../../shared/report/figures.ts'
import { lastWorkday, workWeekOf } from '../../shared/report/work-week.ts'
import type { Chance } from '../../tests/chaos/random.ts'

/** What is written while a line is down comes within a day or two. */
const LOOKED_BACK = 10
/** A bag is missing in the evening of one window in so many. */
const DIFFERS_EVERY = 80
/** So often somebody goes home without having counted. */
const FORGOTTEN_EVERY = 60

export type Signer = { hall: string; terminal: number; person: PersonId; password: string }

/** The checks that the windows with work sign on a day. */
export async function checksOn(
  { db }: Bureau,
  { hall, day, dice }: { hall: string; day: Day; dice: Chance },
): Promise<{ window: WindowNo; check: DayCheck }[]> {
  const rows = (await countedDays(db, hall, { from: day, to: day })).get(day) ?? []
  return rows.flatMap(({ window, counts }) => {
    if (window === null || dice.below(FORGOTTEN_EVERY) === 0) return []
    return [{ window, check: checkOf(day, counts, dice.below(DIFFERS_EVERY) === 0) }]
  })
}

function checkOf(day: Day, counts: CloseRow['counts'], lacks: boolean): DayCheck {
  const all = Object.fromEntries(figures.map((figure) => [figure, counts[figure] ?? 0])) as Record<Figure, number>
  const program = programCounts(all)
  const isLost = lacks && program.received > 0
  const pairs = piles.map((pile) => [
    pile,
    { program: program[pile], bags: program[pile] - (isLost && pile === 'received' ? 1 : 0) },
  ])
  const remark = isLost ? '有一袋没找到，明天上班接着找' : null
  return { day, piles: Object.fromEntries(pairs) as DayCheck['piles'], missing: [], stray: [], remark }
}

/** The supervisor's signatures of an evening. */
export async function signEvening(bureau: Bureau, day: Day, signer: Signer): Promise<void> {
  const { days } = await closeDays(bureau, signer.hall, { from: addDays(day, -LOOKED_BACK), to: day })
  for (const { day: open, state } of days.toReversed()) if (state !== 'closed') await close(bureau, open, signer)
  if (lastWorkday(workWeekOf(calendarOf(bureau), day)) === day) await endWeek(bureau, day, signer)
}

async function close(bureau: Bureau, day: Day, { hall, terminal, person, password }: Signer): Promise<void> {
  const { proposal } = await closeView(bureau, hall, day)
  if (proposal === null) return
  const { no, proof } = proposal
  const asked = { day, no, proof, password, remark: null, early: false }
  const signed = await signClose(bureau, { hall, terminal, person }, asked)
  if (!signed.ok) throw new Error(`the close of ${day} was not signed: ${signed.why}`)
}

async function endWeek(bureau: Bureau, day: Day, { hall, person, password }: Signer): Promise<void> {
  const reader = { hall, offices: ['window'], person, oversees: true, signs: true }
  const { week, digest } = await weekFor(bureau, reader, day)
  const signed = await signWeek(bureau, reader, { from: week.from, digest, reason: null, password })
  if (!signed.ok) throw new Error(`the result of the week of ${week.from} was not signed: ${signed.why}`)
}
