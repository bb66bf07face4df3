/** A signed week comes back to a bureau that was restored from an older backup, by the note of the terminal where it was signed: the plan
 *  it was signed over, what people had added to it by then, and the result. */
import { sql } from 'kysely'
import { z } from 'zod'
import { Day } from '../shared/calendar/day.ts'
import { HallId, Instant, PersonId } from '../shared/case/ids.ts'
import { OwnPlan } from '../shared/contract/plans.ts'
import { Note, type NoteRecord } from '../shared/record/record.ts'
import { PlanLine } from '../shared/report/plan.ts'
import { PlanWord } from '../shared/report/plan-entry.ts'
import { ResultLine } from '../shared/report/week-result.ts'
import type { Bureau } from './bureau.ts'
import { insertMany, type Tx } from './database.ts'
import { openFromLedger, sealForLedger } from './ledger-words.ts'
import type { Schema } from './schema.ts'

/** What a week comes to as it stands: what a signature is put under. */
export const WeekContent = z.strictObject({
  lines: z.array(ResultLine),
  own: z.array(OwnPlan),
  decided: z.record(z.string(), z.int()),
})
export type WeekContent = z.infer<typeof WeekContent>

const KeptWeek = z.strictObject({
  hall: HallId,
  from: Day,
  to: Day,
  plan: z.strictObject({ madeAt: Instant, position: z.int(), lines: z.array(PlanLine) }),
  entries: z.array(z.strictObject({ id: z.uuid(), person: PersonId, word: PlanWord, by: PersonId, at: Instant })),
  result: z.strictObject({
    revision: z.int().min(1),
    by: PersonId,
    at: Instant,
    reason: z.string().nullable(),
    position: z.int(),
    digest: z.string(),
    content: WeekContent,
  }),
})
export type KeptWeek = z.infer<typeof KeptWeek>

/** A revision in the bureau's own sealed words, with all that it was signed over. */
export async function sealWeek(
  { sealer }: Bureau,
  tx: Tx,
  { hall, from_day, revision }: Pick<Schema['week_results'], 'hall' | 'from_day' | 'revision'>,
): Promise<string> {
  const plan = await tx
    .selectFrom('week_plans')
    .selectAll()
    .where('hall', '=', hall)
    .where('from_day', '=', from_day)
    .executeTakeFirstOrThrow()
  const result = await tx
    .selectFrom('week_results')
    .selectAll()
    .where('hall', '=', hall)
    .where('from_day', '=', from_day)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  const entries = await tx
    .selectFrom('plan_entries')
    .selectAll()
    .where('hall', '=', hall)
    .where('from_day', '=', from_day)
    .orderBy('no')
    .execute()
  const kept: z.input<typeof KeptWeek> = {
    hall,
    from: from_day,
    to: plan.to_day,
    plan: {
      madeAt: plan.made_at,
      position: Number(plan.position),
      lines: sealer.openJson(plan.body) as PlanLine[],
    },
    entries: entries.map(({ id, person, word, by_person, at }) => {
      return { id, person, word: JSON.parse(word) as PlanWord, by: by_person, at }
    }),
    result: {
      ...{ revision, by: result.by_person, at: result.at, reason: result.reason, digest: result.digest },
      position: Number(result.position),
      content: sealer.openJson(result.body) as WeekContent,
    },
  }
  return sealForLedger(sealer, kept)
}

/** The week that a record keeps; undefined for every other record, and for words that this bureau did not seal. */
export function keptWeek({ sealer, log }: Bureau, hall: string, { note }: NoteRecord): KeptWeek | undefined {
  if (note.type !== 'weekSigned') return undefined
  const { data } = Note.safeParse(note)
  if (data?.type !== 'weekSigned') return undefined
  try {
    const kept = openFromLedger(sealer, data.sealed, KeptWeek)
    return kept.hall === hall ? kept : undefined
  } catch {
    const { from, revision } = data
    log.warn({ from, revision }, 'a note of a signed week holds what this bureau did not seal; it is not taken')
    return undefined
  }
}

/** What is signed here stays as it is, and so does the plan that it was signed over. */
export async function writeWeeks({ sealer, log }: Bureau, tx: Tx, weeks: readonly KeptWeek[]): Promise<void> {
  for (const { hall, from, to, plan, entries, result } of weeks) {
    const { madeAt, position, lines } = plan
    // A plan made anew before its signature came back gives way to the one that was signed over.
    await sql`delete from week_plans p where hall = ${hall} and from_day = ${from} and not exists (
      select 1 from week_results r where r.hall = p.hall and r.from_day = p.from_day)`.execute(tx)
    await insertMany(
      tx,
      'week_plans',
      [{ hall, from_day: from, to_day: to, made_at: madeAt, position, body: sealer.sealJson(lines) }],
      'do nothing',
    )
    const { revision, by, at, reason, digest, content } = result
    const row = { hall, from_day: from, revision, by_person: by, at, reason, digest }
    const overtaken = await tx
      .selectFrom('week_results')
      .select('revision')
      .where('hall', '=', hall)
      .where('from_day', '=', from)
      .where('revision', '<', revision)
      .where('at', '>', at)
      .executeTakeFirst()
    // What was lost is no later revision of what was signed anew after it.
    if (overtaken === undefined)
      await insertMany(
        tx,
        'week_results',
        [{ ...row, position: result.position, body: sealer.sealJson(content) }],
        'do nothing',
      )
    const stands = await tx
      .selectFrom('week_results')
      .select('digest')
      .where('hall', '=', hall)
      .where('from_day', '=', from)
      .where('revision', '=', revision)
      .executeTakeFirst()
    if (stands?.digest !== digest) {
      // Words that whoever signed anew never saw would make that signature look overtaken.
      log.warn({ hall, from, revision, by, at }, 'a signed week finds the week signed anew; it is not taken')
      continue
    }
    await insertMany(
      tx,
      'plan_entries',
      entries.map(({ id, person, word, ...said }) => {
        return { hall, from_day: from, id, person, word: JSON.stringify(word), by_person: said.by, at: said.at }
      }),
      'do nothing',
    )
  }
}
