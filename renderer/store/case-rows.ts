/** The rows of the cases a plan touches: which are put, which leave, and in which part of the name list each stands. */
import { addDays, dayOf } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import { isStillAwaited } from './awaited.ts'
import { type CaseFacts, factsAbout } from './case-facts.ts'
import { type CaseContent, type CaseRow, contentVersion, type Marks } from './database.ts'
import { foreseenKeys } from './foreseen.ts'
import { type NameEntry, nameEntry, sameEntry } from './names.ts'
import type { OpenDesk } from './open-desk.ts'
import type { Held } from './picture.ts'
import { rowContent } from './plan.ts'
import { hashKey } from './seal.ts'
import { SEGMENT_SIZE } from './segments.ts'

type Looked = { id: CaseId; facts: CaseFacts; content: ReturnType<typeof rowContent>; hashes: string[]; kase: Case }
type Draft = Omit<Looked, 'kase' | 'hashes'> & { segment: number }

export type CaseRows = {
  put: CaseRow[]
  gone: CaseId[]
  /** Entries that change, and the part of the name list of each changed or leaving case. */
  names: NameEntry[]
  segments: Map<CaseId, number>
  marks: Pick<Marks, 'segment' | 'inSegment'>
}

/** A concluded and confirmed case leaves after the hall's set days; what is unconfirmed, or due again and not taken up, never does. */
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
  for (const { id, kase, facts, content, hashes } of await lookAt(desk, cases, now)) {
    const old = rows.get(id)
    const may = facts.leaveOn !== null && facts.leaveOn <= today
    const stays = may && (await isStillAwaited(desk, kase, hashes))
    if (may && !stays) {
      gone.push(id)
      if (old !== undefined) segments.set(id, old.segment)
      continue
    }
    if (old === undefined && inSegment >= SEGMENT_SIZE) {
      segment += 1
      inSegment = 0
    }
    if (old === undefined) inSegment += 1
    const entry = nameEntry(kase, desk.books.itemOf(kase.item, kase.editions.catalogue), hashes)
    if (old === undefined || !sameEntry(desk.names.get(id), entry)) {
      names.push(entry)
      segments.set(id, old?.segment ?? segment)
    }
    drafts.push({
      id,
      facts: stays ? { ...facts, leaveOn: addDays(today, 1) } : facts,
      segment: old?.segment ?? segment,
      content,
    })
  }
  const put = await Promise.all(drafts.map((draft) => sealRow(desk, draft)))
  return { put, gone, names, segments, marks: { segment, inSegment } }
}

/** What each case says in the open, and the hashes of its numbers; many are hashed at once. */
function lookAt(desk: OpenDesk, cases: ReadonlyMap<CaseId, Held>, now: Instant): Promise<Looked[]> {
  const looked = [...cases].flatMap(([id, held]) => {
    const content = rowContent(held)
    const kase = content.top ?? content.base
    if (kase === null) return []
    const first = held.own.map(({ event }) => event.stamp.at).toSorted()[0]
    const unsentSince = first === undefined ? null : dayOf(first)
    const facts = factsAbout(kase, desk.books, { now, unsentSince, keepConcludedDays: desk.keepConcludedDays })
    return [{ id, kase, content, facts }]
  })
  const hash = ({ of, number }: CaseFacts['numbers'][number]) =>
    desk.sealer.hash(number).then((hashed) => hashKey(of, hashed))
  return Promise.all(looked.map(async (each) => ({ ...each, hashes: await Promise.all(each.facts.numbers.map(hash)) })))
}

async function sealRow({ sealer }: OpenDesk, { id, facts, segment, content }: Draft): Promise<CaseRow> {
  const visit = (content.top ?? content.base)?.visit ?? null
  const sealed = await sealer.seal(`cases ${id}`, { v: contentVersion, ...content } satisfies CaseContent)
  return {
    id,
    queue: facts.queue,
    inHand: facts.inHand,
    ...(visit === null ? {} : { visit }),
    segment,
    ...(facts.refreshOn === null ? {} : { refreshOn: facts.refreshOn }),
    ...(facts.leaveOn === null ? {} : { leaveOn: facts.leaveOn }),
    foreseen: foreseenKeys(content.counted ?? content.lines),
    sealed,
  }
}
