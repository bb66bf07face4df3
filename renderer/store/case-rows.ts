/** The rows of the cases a plan touches: which are put, which leave, and in which part of the name list each stands. */
import { dayOf } from '../../shared/calendar/day.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { type CaseFacts, factsAbout } from './case-facts.ts'
import { type CaseContent, type CaseRow, contentVersion, type Marks } from './database.ts'
import { type NameEntry, nameEntry, sameEntry } from './names.ts'
import type { OpenDesk } from './open-desk.ts'
import type { Held } from './picture.ts'
import { rowContent } from './plan.ts'
import { hashKey } from './seal.ts'
import { SEGMENT_SIZE } from './segments.ts'

type Draft = { id: CaseId; facts: CaseFacts; segment: number; content: ReturnType<typeof rowContent> }

export type CaseRows = {
  put: CaseRow[]
  gone: CaseId[]
  /** Entries that change, and the part of the name list of each changed or leaving case. */
  names: NameEntry[]
  segments: Map<CaseId, number>
  marks: Pick<Marks, 'segment' | 'inSegment'>
}

/** A concluded and confirmed case leaves after the hall's set days; what is unconfirmed never does. */
export async function caseRows(
  desk: OpenDesk,
  cases: ReadonlyMap<CaseId, Held>,
  { marks, rows }: { marks: Marks; rows: ReadonlyMap<CaseId, CaseRow> },
): Promise<CaseRows> {
  const now = desk.now()
  const today = dayOf(now)
  let { segment, inSegment } = marks
  const drafts: Draft[] = []
  const gone: CaseId[] = []
  const names: NameEntry[] = []
  const segments = new Map<CaseId, number>()
  for (const [id, held] of cases) {
    const old = rows.get(id)
    const content = rowContent(held)
    const kase = content.top ?? content.base
    if (kase === null) continue
    const first = held.own.map(({ event }) => event.stamp.at).toSorted()[0]
    const unsentSince = first === undefined ? null : dayOf(first)
    const facts = factsAbout(kase, desk.books, { now, unsentSince, keepConcludedDays: desk.keepConcludedDays })
    if (facts.leaveOn !== null && facts.leaveOn <= today) {
      gone.push(id)
      if (old !== undefined) segments.set(id, old.segment)
      continue
    }
    if (old === undefined && inSegment >= SEGMENT_SIZE) {
      segment += 1
      inSegment = 0
    }
    if (old === undefined) inSegment += 1
    const entry = nameEntry(kase, desk.books.itemOf(kase.item, kase.editions.catalogue))
    if (old === undefined || !sameEntry(desk.names.get(id), entry)) {
      names.push(entry)
      segments.set(id, old?.segment ?? segment)
    }
    drafts.push({ id, facts, segment: old?.segment ?? segment, content })
  }
  const put = await Promise.all(drafts.map((draft) => sealRow(desk, draft)))
  return { put, gone, names, segments, marks: { segment, inSegment } }
}

async function sealRow({ sealer }: OpenDesk, { id, facts, segment, content }: Draft): Promise<CaseRow> {
  const visit = (content.top ?? content.base)?.visit ?? null
  const [sealed, ...hashes] = await Promise.all([
    sealer.seal(`cases ${id}`, { v: contentVersion, ...content } satisfies CaseContent),
    ...facts.numbers.map(async ({ of, number }) => hashKey(of, await sealer.hash(number))),
  ])
  return {
    id,
    queue: facts.queue,
    hashes,
    inHand: facts.inHand,
    ...(visit === null ? {} : { visit }),
    segment,
    ...(facts.refreshOn === null ? {} : { refreshOn: facts.refreshOn }),
    ...(facts.leaveOn === null ? {} : { leaveOn: facts.leaveOn }),
    sealed,
  }
}
