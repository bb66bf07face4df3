/** What people add to a plan: lines of their own, a remark, the reason of what is not done. Words, never a figure; nothing is taken
 *  out again, the last word stands. */
import { z } from 'zod'
import { CaseId, type Instant, PersonId } from '../case/ids.ts'

const Words = z.string().trim().min(1).max(200)

export const PlanWord = z.discriminatedUnion('kind', [
  /** An own line: what else this week is for. */
  z.strictObject({ kind: z.literal('line'), text: Words }),
  /** Of an own line: whether it was done, by word; or that it is not for this week after all. */
  z.strictObject({ kind: z.literal('state'), line: z.uuid(), state: z.enum(['open', 'done', 'dropped']) }),
  z.strictObject({ kind: z.literal('remark'), text: z.string().trim().max(200) }),
  /** Why a case of the plan is not done. */
  z.strictObject({ kind: z.literal('reason'), case: CaseId, text: Words }),
])
export type PlanWord = z.infer<typeof PlanWord>

/** As it was said: in whose plan, by whom and when. */
export type PlanEntry = { id: string; person: PersonId; word: PlanWord; by: PersonId; at: Instant }

export const OwnLine = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  by: PersonId,
  state: z.enum(['open', 'done', 'dropped']),
})
export type OwnLine = z.infer<typeof OwnLine>

/** The own lines of somebody's plan as they stand, in the order in which they came. */
export function ownLines(entries: readonly PlanEntry[], person: PersonId): OwnLine[] {
  const lines = new Map<string, OwnLine>()
  for (const { id, word, by, person: whose } of entries) {
    if (whose !== person) continue
    if (word.kind === 'line') lines.set(id, { id, text: word.text, by, state: 'open' })
    const known = word.kind === 'state' ? lines.get(word.line) : undefined
    if (word.kind === 'state' && known !== undefined) lines.set(word.line, { ...known, state: word.state })
  }
  return [...lines.values()]
}

/** The last remark on somebody's plan; null without one. */
export function remarkOn(entries: readonly PlanEntry[], person: PersonId): { text: string; by: PersonId } | null {
  const last = entries.findLast(({ word, person: whose }) => word.kind === 'remark' && whose === person)
  return last?.word.kind === 'remark' && last.word.text !== '' ? { text: last.word.text, by: last.by } : null
}

/** The last word on each case. */
export function reasonsIn(entries: readonly PlanEntry[]): Map<CaseId, string> {
  return new Map(entries.flatMap(({ word }) => (word.kind === 'reason' ? [[word.case, word.text] as const] : [])))
}
