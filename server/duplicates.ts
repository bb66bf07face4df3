/** 可能重复: one applicant, or one household, with two running cases of one item, or of items that exclude one another, taken at terminals
 *  that did not know of each other. Whoever took the later one looks at it. */
import { sql } from 'kysely'
import type { Case } from '../shared/case/case.ts'
import type { AnyEvent } from '../shared/case/event.ts'
import { payloads } from '../shared/case/event.ts'
import type { CaseId } from '../shared/case/ids.ts'
import { excludedItems } from '../shared/item/exclusion.ts'
import { householdNumbers } from '../shared/item/named.ts'
import { checkNumber } from '../shared/number/desk-number.ts'
import { isInHand } from '../shared/report/figures.ts'
import type { Bureau } from './bureau.ts'
import { insertMany, ofEach, type Tx } from './database.ts'
import { hashOfNumber } from './projections.ts'
import type { Schema } from './schema.ts'

type Received = { kase: Case; event: AnyEvent }

/** Tells of those that were received now and run, besides what their clerks had seen and given a reason for. */
export async function tellDuplicates(
  bureau: Bureau,
  tx: Tx,
  hall: string,
  received: readonly Received[],
): Promise<void> {
  const { sealer, now } = bureau
  const running = received.flatMap(({ kase, event }) => {
    const numbers = isInHand(kase) ? numbersOf(bureau, kase) : []
    return numbers.length === 0 ? [] : [{ kase, event, hashes: numbers.map((each) => hashOfNumber(sealer, each)) }]
  })
  if (running.length === 0) return
  const hashes = [...new Set(running.flatMap((each) => each.hashes))]
  const { rows: others } = await sql<{ id: CaseId; hash: string; number: string }>`
    select c.id, c.id_hash as hash, c.number from unnest(${hashes}::text[]) as asked(hash)
    ${ofEach(sql`cases`, sql`found.hall = ${hall} and found.in_hand and found.id_hash = asked.hash`)} as c`.execute(tx)
  const tasks: Schema['tasks'][] = []
  for (const { kase, event, hashes: own } of running) {
    const known = repeatsOf(event)
    for (const other of others) {
      if (!own.includes(other.hash) || other.id === kase.id || known.includes(other.id)) continue
      // One terminal knows its own cases: what it did not ask about, its clerk had given a reason for.
      if (madeBy(other.number) === kase.terminal) continue
      const beside = await openCase(bureau, tx, hall, other.id)
      if (!goTogetherBadly(bureau, kase, beside)) continue
      const [first, later] = beside.received.at <= kase.received.at ? [beside, kase] : [kase, beside]
      const taken = later === kase ? event.id : await receivedEvent(tx, hall, later.id)
      if (taken !== undefined) tasks.push(taskOf(first, later, taken, now().toISOString()))
    }
  }
  await insertMany(tx, 'tasks', tasks, 'do nothing')
}

/** The numbers of who applies and of all who live in the household. Many have none (流浪乞讨人员): that nobody knows who they are does not
 *  make them one person. */
function numbersOf({ known }: Bureau, { applicant, editions, item: code, form }: Case): string[] {
  const item = known.itemOf(editions.catalogue, code)
  const numbers = [applicant.idNo, ...(item === undefined ? [] : householdNumbers(item, form))]
  return [...new Set(numbers)].filter((number) => number !== '')
}

/** One that is no longer in hand stands in nobody's way. */
export async function settleDuplicates(tx: Tx, hall: string, kases: readonly Case[]): Promise<void> {
  const over = kases.filter((kase) => !isInHand(kase)).map(({ id }) => id as string)
  if (over.length === 0) return
  await sql`
    update tasks set settled = 'over', settled_by = '' where hall = ${hall} and kind = 'possibleDuplicate' and settled is null
      and (case_id = any(${over}::text[]) or other::json->>'case' = any(${over}::text[]))`.execute(tx)
}

function goTogetherBadly({ known }: Bureau, one: Case, other: Case): boolean {
  if (one.item === other.item) return true
  const [item, beside] = [one, other].map((kase) => known.itemOf(kase.editions.catalogue, kase.item))
  // What is sealed to an office is pointed out to nobody else.
  if (item === undefined || beside === undefined || item.sealedTo !== undefined || beside.sealedTo !== undefined)
    return false
  return excludedItems(item).includes(beside.code) || excludedItems(beside).includes(item.code)
}

/** The terminal that gave a number. */
function madeBy(number: string): number | undefined {
  const checked = checkNumber(number)
  return checked.ok ? checked.terminal : undefined
}

async function openCase({ sealer }: Bureau, tx: Tx, hall: string, id: CaseId): Promise<Case> {
  const { rows } = await sql<{ body: Uint8Array }>`
    select body from cases where hall = ${hall} and id = ${id}`.execute(tx)
  return sealer.openJson(rows[0]!.body) as Case
}

function repeatsOf({ data }: AnyEvent): readonly CaseId[] {
  return payloads.received.safeParse(data).data?.repeats ?? []
}

async function receivedEvent(tx: Tx, hall: string, id: CaseId): Promise<string | undefined> {
  const { rows } = await sql<{ event: string }>`
    select event from events where hall = ${hall} and case_id = ${id} and type = 'received' order by position limit 1`.execute(
    tx,
  )
  return rows[0]?.event
}

function taskOf(first: Case, later: Case, event: string, since: string): Schema['tasks'] {
  return {
    id: `possibleDuplicate:${event}:${first.id}`,
    hall: later.hall,
    terminal: later.terminal,
    kind: 'possibleDuplicate',
    case_id: later.id,
    number: later.number,
    event,
    event_type: 'received',
    to_person: later.received.by,
    since,
    refusal: null,
    moved: null,
    other: JSON.stringify({ case: first.id, number: first.number, item: first.item }),
    settled: null,
    settled_by: null,
    settled_at: null,
    day: null,
    said: null,
  }
}
