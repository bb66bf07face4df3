/** What people add to a plan, and the supervisor's signature under a week's result. Nothing of either is ever changed or taken out. */
import { dayOf } from '../shared/calendar/day.ts'
import type { PlanEntryAsked, PlanEntryTaken, SignWeek, WeekSigned } from '../shared/contract/plans.ts'
import { lastWorkday, workWeekOf } from '../shared/report/work-week.ts'
import type { Bureau } from './bureau.ts'
import { lockHall } from './judging.ts'
import { checkPassword } from './sign-in.ts'
import { sealWeek } from './week-restore.ts'
import { calendarOf, contentOf, digestOf, readSigned, type WeekReader } from './weeks.ts'

/** More has nobody to say in a week. */
const MOST_ENTRIES = 200

type Taken = PlanEntryTaken
type Writer = Pick<WeekReader, 'hall' | 'person' | 'signs'>

/** Everybody writes in their own plan, a supervisor in every one. Sent again, it is the same word. */
export async function addToPlan(bureau: Bureau, writer: Writer, asked: PlanEntryAsked): Promise<Taken> {
  const { hall, person: by } = writer
  if (asked.person !== by && !writer.signs) return { ok: false, why: 'notYours' }
  const week = workWeekOf(calendarOf(bureau), asked.from)
  const today = dayOf(bureau.now().toISOString())
  if (!bureau.known.people.has(asked.person) || week.from > today) return { ok: false, why: 'noPlan' }
  return bureau.db.transaction().execute(async (tx): Promise<Taken> => {
    await lockHall(tx, hall)
    const { count } = await tx
      .selectFrom('plan_entries')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('hall', '=', hall)
      .where('from_day', '=', week.from)
      .where('person', '=', asked.person)
      .executeTakeFirstOrThrow()
    if (Number(count) >= MOST_ENTRIES) return { ok: false, why: 'tooMany' }
    await tx
      .insertInto('plan_entries')
      .values({
        hall,
        from_day: week.from,
        id: asked.id,
        person: asked.person,
        word: JSON.stringify(asked.word),
        by_person: by,
        at: bureau.now().toISOString(),
      })
      .onConflict((oc) => oc.doNothing())
      .execute()
    return { ok: true }
  })
}

/** Signs what the supervisor was shown: from the week's last working day on; once, and later changes as the next revision with its
 *  reason. Of two at once, one signs, and the other hears that it is signed. */
export async function signWeek(bureau: Bureau, { hall, person }: Writer, asked: SignWeek): Promise<WeekSigned> {
  const right = await checkPassword(bureau, person, asked.password)
  if (!right.ok) return { ok: false, why: right.why }
  const week = workWeekOf(calendarOf(bureau), asked.from)
  const at = bureau.now().toISOString()
  if (dayOf(at) < lastWorkday(week)) return { ok: false, why: 'tooEarly' }
  return bureau.db.transaction().execute(async (tx): Promise<WeekSigned> => {
    // Nothing is judged meanwhile: what is signed is what stands at its position.
    await lockHall(tx, hall)
    const plan = await tx
      .selectFrom('week_plans')
      .select('position')
      .where('hall', '=', hall)
      .where('from_day', '=', week.from)
      .executeTakeFirst()
    if (plan === undefined) return { ok: false, why: 'noPlan' }
    const content = await contentOf(bureau, tx, hall, week)
    const digest = digestOf(content)
    const [last] = await readSigned(bureau, tx, hall, week)
    const told = async (revision: number): Promise<WeekSigned> => {
      return { ok: true, revision, sealed: await sealWeek(bureau, tx, { hall, from_day: week.from, revision }) }
    }
    if (asked.again === true && last?.by === person && last.digest === asked.digest) return told(last.revision)
    if (last?.digest === digest) return { ok: false, why: 'same' }
    if (asked.digest !== digest) return { ok: false, why: 'changed' }
    if (last !== undefined && asked.reason === null) return { ok: false, why: 'reasonNeeded' }
    const { position } = await tx
      .selectFrom('halls')
      .select('position')
      .where('id', '=', hall)
      .executeTakeFirstOrThrow()
    const revision = (last?.revision ?? 0) + 1
    await tx
      .insertInto('week_results')
      .values({
        ...{
          hall,
          from_day: week.from,
          revision,
          by_person: person,
          at,
          reason: last === undefined ? null : asked.reason,
        },
        ...{ position, digest, body: bureau.sealer.sealJson(content) },
      })
      .execute()
    return told(revision)
  })
}
