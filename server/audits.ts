/** 稽核 as a supervisor reads it: the audits of a hall, one with what the windows answered, and the checklist of a case in it. */
import { sql } from 'kysely'
import { Audit, auditOf, findingTask, isFaulty } from '../shared/audit/audit.ts'
import { checklistOf } from '../shared/audit/checklist.ts'
import type { AnyEvent } from '../shared/case/event.ts'
import type { Instant, PersonId } from '../shared/case/ids.ts'
import {
  type AuditCase,
  type AuditLine,
  type Audits,
  type AuditView,
  auditPlace,
} from '../shared/contract/stored-audits.ts'
import { caseEvents } from './ask.ts'
import { readAsides } from './audit-aside.ts'
import { readAudit } from './audit-steps.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import { Refused } from './problem.ts'
import type { CaseReader } from './readable-case.ts'
import { hiddenFrom } from './scope.ts'

const MOST_LISTED = 50

export async function auditsOf(bureau: Bureau, reader: CaseReader, before: string | null): Promise<Audits> {
  const { db, sealer } = bureau
  const { hall } = reader
  // Without an id it is before every one of that moment.
  const [at = '', id = ''] = before?.split(' ') ?? []
  const rows = await db
    .selectFrom('audits')
    .select(['id', 'body', 'drawn_at'])
    .where('hall', '=', hall)
    .$if(before !== null, (query) => query.where(sql<boolean>`(drawn_at, id) < (${at}, ${id})`))
    .orderBy('drawn_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_LISTED + 1)
    .execute()
  const page = rows.slice(0, MOST_LISTED)
  const more = rows.length > page.length
  const audits = page
    .map(({ body }) => Audit.parse(sealer.openJson(body)))
    .filter((audit) => isReadable(bureau, reader, audit))
  // None of a whole page is for this reader: what they turn to is the next one.
  const last = page.at(-1)
  if (audits.length === 0 && more && last !== undefined)
    return auditsOf(bureau, reader, auditPlace({ at: last.drawn_at as Instant, id: last.id }))
  const answered = await answeredAmong(
    db,
    hall,
    audits.flatMap(({ findings }) => findings.filter(({ closed }) => closed === null).map((each) => findingTask(each))),
  )
  const asides = await readAsides(
    bureau,
    reader,
    audits.map((audit) => audit.id),
  )
  return {
    lines: audits.map((audit) => ({ ...lineOf(audit, answered), ...asideOf(asides.get(audit.id)?.length) })),
    more,
  }
}

function asideOf(aside: number | undefined): Pick<AuditLine, 'aside'> {
  return aside === undefined ? {} : { aside }
}

/** Sealed cases are for the offices that handle them, and so is an audit in which one was drawn. */
function isReadable({ known }: Bureau, { offices }: CaseReader, { drawn }: Audit): boolean {
  const hidden = hiddenFrom(offices, known)
  return !drawn.cases.some(({ item }) => hidden.includes(item))
}

/** Which of these tasks somebody has answered. */
async function answeredAmong(db: Bureau['db'], hall: string, tasks: readonly string[]): Promise<ReadonlySet<string>> {
  if (tasks.length === 0) return new Set()
  const rows = await db
    .selectFrom('tasks')
    .select('id')
    .where('hall', '=', hall)
    .where('id', 'in', tasks)
    .where('settled', 'is not', null)
    .where('settled_by', '<>', '')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

function lineOf({ id, drawn, checked, findings, signed }: Audit, answered: ReadonlySet<string>): AuditLine {
  const open = findings.filter(({ closed }) => closed === null)
  return {
    id,
    at: drawn.by.at,
    byName: drawn.by.name,
    asked: drawn.asked,
    cases: drawn.cases.length,
    checked: checked.length,
    faulty: checked.filter(isFaulty).length,
    findings: findings.length,
    findingsOpen: open.length,
    findingsAnswered: open.filter((each) => answered.has(findingTask(each))).length,
    signed: signed === null ? null : signed.by,
  }
}

/** Null where this hall has none such, or none that this reader may read. */
export async function auditView(bureau: Bureau, reader: CaseReader, id: string): Promise<AuditView | null> {
  return bureau.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => auditViewIn(bureau, tx, reader, id))
}

export async function auditViewIn(bureau: Bureau, tx: Tx, reader: CaseReader, id: string): Promise<AuditView | null> {
  const audit = auditOf(await readAudit(bureau, tx, reader.hall, id))
  if (audit === undefined || !isReadable(bureau, reader, audit)) return null
  const aside = (await readAsides({ ...bureau, db: tx }, reader, [id])).get(id)
  const view = { audit, answers: await answersTo(bureau, tx, reader.hall, audit) }
  return aside === undefined ? view : { ...view, aside }
}

/** What the windows said: their words settle the task that a finding is to them. */
async function answersTo({ known }: Bureau, tx: Tx, hall: string, { findings }: Audit): Promise<AuditView['answers']> {
  const tasks = new Map(
    findings.flatMap((finding) =>
      [0, ...finding.back.map((_, index) => index + 1)].map((round) => [
        findingTask(finding, round),
        { finding: finding.finding, round },
      ]),
    ),
  )
  if (tasks.size === 0) return []
  const rows = await tx
    .selectFrom('tasks')
    .select(['id', 'settled', 'settled_by', 'settled_at'])
    .where('hall', '=', hall)
    .where('id', 'in', [...tasks.keys()])
    .where('settled', 'is not', null)
    .where('settled_by', '<>', '')
    .execute()
  return rows
    .map(({ id, settled, settled_by, settled_at }) => ({
      ...tasks.get(id)!,
      how: settled ?? '',
      by: known.people.get(settled_by as PersonId)?.name ?? settled_by ?? '',
      at: settled_at as Instant | null,
    }))
    .toSorted((a, b) => a.round - b.round)
}

/** The checklist as the events stand now. Null for a case that is not in the audit, or that this reader may not read. */
export async function auditCase(
  bureau: Bureau,
  reader: CaseReader,
  { audit: id, case: of }: { audit: string; case: string },
): Promise<AuditCase | null> {
  const audit = (await auditView(bureau, reader, id))?.audit
  if (audit === undefined || !audit.drawn.cases.some((each) => each.id === of)) return null
  const events = await caseEvents(bureau, reader, of)
  if (events.length === 0) return null
  return { points: pointsOf(bureau, reader.hall, events), people: peopleOf(bureau, events) }
}

export function pointsOf({ known, now }: Bureau, hall: string, events: readonly AnyEvent[]): AuditCase['points'] {
  const { calendar, halls, itemOf } = known
  if (calendar === null) throw new Refused(503, 'unavailable', 'no calendar is published yet')
  const settings = halls.get(hall as never)
  return checklistOf(events, {
    itemOf,
    calendar,
    now: now().toISOString() as Instant,
    settings: settings?.settings ?? {},
    closesAt: settings?.closesAt,
  })
}

/** Whoever had a hand in it, with what they did last; who received it comes last, however often they had it again: to one of them a
 *  finding goes. */
export function peopleOf({ known }: Bureau, events: readonly AnyEvent[]): AuditCase['people'] {
  const last = new Map<PersonId, AnyEvent>()
  for (const event of events)
    if (event.type !== 'printed' && event.type !== 'reprinted') last.set(event.stamp.by.person, event)
  return [...last.entries()].toReversed().flatMap(([id, { type, stamp }]) => {
    const person = known.people.get(id)
    return person === undefined ? [] : [{ id, name: person.name ?? stamp.by.name, type }]
  })
}
