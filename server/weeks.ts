/** 周一列计划, 周五出结果 at the bureau: the plan is made once, as of the week's first working day, and kept (make-plan.ts); what became of
 *  it is read out of the events whenever somebody asks. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Calendar } from '../shared/calendar/calendar.ts'
import { addDays, type Day, dayOf } from '../shared/calendar/day.ts'
import { shownApplicant } from '../shared/case/applicant.ts'
import type { Case } from '../shared/case/case.ts'
import type { CaseId, Instant, PersonId } from '../shared/case/ids.ts'
import type { OwnPlan, ShownLine, SignedWeek, WeekAnswer } from '../shared/contract/plans.ts'
import { endsAt, pictureAt } from '../shared/report/left-over.ts'
import { ownLines, type PlanEntry, PlanWord, reasonsIn, remarkOn } from '../shared/report/plan-entry.ts'
import { resultOf } from '../shared/report/week-result.ts'
import { type WorkWeek, workWeekOf } from '../shared/report/work-week.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import { booksOf, ensurePlan, historiesOf, readPlan } from './make-plan.ts'
import { Refused } from './problem.ts'
import { hiddenFrom } from './scope.ts'
import { WeekContent } from './week-restore.ts'

export type WeekReader = {
  hall: string
  offices: readonly string[]
  person: PersonId
  /** Reads everybody's. */
  oversees: boolean
  /** Signs results, and writes into others' plans. */
  signs: boolean
}

const decidedParts = ['granted', 'refused', 'recorded']

export async function weekFor(bureau: Bureau, reader: WeekReader, asked: Day | null): Promise<WeekAnswer> {
  const calendar = calendarOf(bureau)
  const today = dayOf(bureau.now().toISOString())
  const week = workWeekOf(calendar, asked ?? today)
  await ensurePlan(bureau, reader.hall, week)
  return bureau.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const made = await readPlan(bureau, tx, reader.hall, week)
      const content = await contentOf(bureau, tx, reader.hall, week)
      const signed = await readSigned(bureau, tx, reader.hall, week)
      const mine = (of: WeekContent) => shownTo(bureau, tx, reader, of)
      const now = await mine(content)
      const revisions: NonNullable<WeekAnswer['earlier']> = []
      for (const { revision, content: said } of signed) {
        const { lines, own, decided } = await mine(said)
        revisions.push({ revision, lines, own, decided })
      }
      const [newest, ...earlier] = revisions
      return {
        today,
        week,
        madeAt: made?.madeAt ?? null,
        people: peopleIn(now),
        ...now,
        signed: signed.map(({ content: _, digest: __, ...each }) => each),
        last: newest === undefined ? null : { lines: newest.lines, own: newest.own, decided: newest.decided },
        earlier,
        digest: digestOf(content),
        signs: reader.signs,
      }
    })
}

export function calendarOf({ known }: Bureau): Calendar {
  if (known.calendar === null) throw new Refused(503, 'unavailable', 'no calendar is published yet')
  return known.calendar
}

/** What a week comes to: until now, or until it ended. */
export async function contentOf(bureau: Bureau, tx: Tx, hall: string, week: WorkWeek): Promise<WeekContent> {
  const now = bureau.now().toISOString() as Instant
  const [at = now] = [now, endsAt(week)].toSorted()
  const made = await readPlan(bureau, tx, hall, week)
  const plan = made?.lines ?? []
  const entries = await entriesOf(tx, hall, week)
  const ids = [
    ...new Set([
      ...plan.map((line) => line.case as string),
      ...(made === undefined ? [] : await fallenDue(tx, hall, week)),
    ]),
  ]
  const pictures =
    at === now ? await presentPictures(bureau, tx, hall, ids) : await picturesAt(bureau, tx, hall, ids, at)
  const lines = resultOf({ plan, pictures, books: booksOf(bureau, hall, week, at), said: reasonsIn(entries) })
  const people = [...new Set(entries.map(({ person }) => person))].toSorted()
  return {
    lines,
    own: people.map((person) => ({
      person,
      lines: ownLines(entries, person),
      remark: remarkOn(entries, person),
    })),
    decided: await decidedIn(tx, hall, week),
  }
}

/** Cases of which a day lies in the week: those in hand, and those whose day passed. */
async function fallenDue(tx: Tx, hall: string, { from, to }: WorkWeek): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cases where hall = ${hall} and in_hand and due between ${from} and ${to}
    union select case_id from report_lines where hall = ${hall} and part in ('overdue', 'acceptedBySilence')
      and day between ${addDays(from, 1)} and ${addDays(to, 1)}`.execute(tx)
  return rows.map(({ id }) => id)
}

async function presentPictures(
  { sealer }: Bureau,
  tx: Tx,
  hall: string,
  ids: readonly string[],
): Promise<Map<CaseId, Case>> {
  const { rows } = await sql<{ body: Buffer }>`
    select body from cases where hall = ${hall} and id = any(${[...ids]}::text[])`.execute(tx)
  return new Map(rows.map(({ body }) => sealer.openJson(body) as Case).map((kase) => [kase.id, kase]))
}

async function picturesAt(
  bureau: Bureau,
  tx: Tx,
  hall: string,
  ids: readonly string[],
  at: Instant,
): Promise<Map<CaseId, Case>> {
  const histories = await historiesOf(bureau, tx, hall, ids)
  return new Map(
    [...histories].flatMap(([id, history]) => {
      const kase = pictureAt(history, at)
      return kase === undefined ? [] : [[id, kase] as const]
    }),
  )
}

async function decidedIn(tx: Tx, hall: string, { from, to }: WorkWeek): Promise<Record<string, number>> {
  const { rows } = await sql<{ key: string; n: number }>`
    select key, sum(n)::bigint as n from report_sums where hall = ${hall} and grain = 'day' and dim = 'person'
      and part = any(${decidedParts}::text[]) and period between ${from} and ${to} group by key order by key`.execute(
    tx,
  )
  return Object.fromEntries(rows.flatMap(({ key, n }) => (Number(n) > 0 ? [[key, Number(n)]] : [])))
}

export async function entriesOf(
  tx: Bureau['db'] | Tx,
  hall: string,
  week: Pick<WorkWeek, 'from'>,
): Promise<PlanEntry[]> {
  const rows = await tx
    .selectFrom('plan_entries')
    .selectAll()
    .where('hall', '=', hall)
    .where('from_day', '=', week.from)
    // What came back after a restore was said before what was said since.
    .orderBy('at')
    .orderBy('no')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: row.person as PersonId,
    word: PlanWord.parse(JSON.parse(row.word)),
    by: row.by_person as PersonId,
    at: row.at as Instant,
  }))
}

/** Every revision that was signed, newest first. */
export async function readSigned(
  { sealer }: Bureau,
  tx: Tx,
  hall: string,
  week: WorkWeek,
): Promise<(SignedWeek & { digest: string; content: WeekContent })[]> {
  const rows = await tx
    .selectFrom('week_results')
    .selectAll()
    .where('hall', '=', hall)
    .where('from_day', '=', week.from)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map(({ revision, by_person, at, reason, digest, body }) => {
    return {
      revision,
      by: by_person as PersonId,
      at: at as Instant,
      reason,
      digest,
      content: WeekContent.parse(sealer.openJson(body)),
    }
  })
}

/** Two that say the same have the same. */
export function digestOf(content: WeekContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}

type Shown = { lines: ShownLine[]; own: OwnPlan[]; decided: Record<string, number>; sealed: number }

/** What of it this reader may see, with masked names: everybody their own, who oversees all; sealed matters where they are handled. */
async function shownTo(bureau: Bureau, tx: Tx, reader: WeekReader, of: WeekContent): Promise<Shown> {
  const { known, sealer } = bureau
  const isMine = (person: string | null) => reader.oversees || person === reader.person
  const mine = of.lines.filter(({ person }) => isMine(person))
  const hidden = new Set(hiddenFrom(reader.offices, known))
  const open = mine.filter(({ item }) => !hidden.has(item))
  const { rows } = await sql<{ body: Buffer }>`
    select body from cases where hall = ${reader.hall} and id = any(${open.map((line) => line.case as string)}::text[])`.execute(
    tx,
  )
  const kases = new Map(rows.map(({ body }) => sealer.openJson(body) as Case).map((kase) => [kase.id, kase]))
  return {
    lines: open.map((line) => {
      const kase = kases.get(line.case)
      const item = kase === undefined ? undefined : known.itemOf(kase.editions.catalogue, kase.item)
      return { ...line, applicant: kase === undefined ? '' : shownApplicant(kase, item) }
    }),
    own: of.own.filter(({ person }) => isMine(person)),
    decided: Object.fromEntries(Object.entries(of.decided).filter(([person]) => isMine(person))),
    sealed: mine.length - open.length,
  }
}

/** Whoever has a line, said something or decided something. */
function peopleIn({ lines, own, decided }: Shown): PersonId[] {
  const named = [...lines.map(({ person }) => person), ...own.map(({ person }) => person), ...Object.keys(decided)]
  return [...new Set(named)].filter((person): person is PersonId => person !== null).toSorted()
}
