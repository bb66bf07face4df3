/** A stored audit (稽核): its steps, each signed for by somebody and never changed, and what they add up to. Pure and total. */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { CaseId, EventId, Instant, PersonId, PrintedNumber, TerminalNo, WindowNo } from '../case/ids.ts'
import { ItemCode } from '../item/item.ts'
import { Paper } from '../paper/paper.ts'
import { Verdict } from './checklist.ts'
import { type PointKey, pointKeys } from './points.ts'

/** What the cases of an audit have in common: each stands for a part of the figures on its day. */
export const drawnParts = [
  'received',
  'accepted',
  'granted',
  'refused',
  'recorded',
  'notAccepted',
  'withdrawn',
  'told',
  'incomplete',
] as const

/** Digits and letters only: it is read out and typed again. */
const Seed = z.string().regex(/^[0-9A-Za-z-]{4,40}$/)

export const DrawAsked = z
  .strictObject({
    from: Day,
    until: Day,
    part: z.enum(drawnParts),
    item: ItemCode.nullable(),
    window: WindowNo.nullable(),
    size: z.int().min(1).max(100),
    seed: Seed,
  })
  .refine(({ from, until }) => from <= until && Date.parse(until) - Date.parse(from) <= 366 * 86_400_000, {
    message: 'a year at most',
  })
export type DrawAsked = z.infer<typeof DrawAsked>

export const AuditId = z.string().regex(/^[0-9a-f]{32}$/)
export const FindingId = z.uuid()
const text = z.string().trim().min(1).max(500)
const remark = text.nullable()

/** ok 合格 · bad 不合格 · none 不涉及 */
export const Answer = z.enum(['ok', 'bad', 'none'])
export type Answer = z.infer<typeof Answer>

/** A point as it was answered, beside what the program itself had said. */
export const AnsweredPoint = z.strictObject({
  key: z.enum(pointKeys),
  program: Verdict,
  answer: Answer,
  note: z.string().max(500).nullable(),
})
export type AnsweredPoint = z.infer<typeof AnsweredPoint>

const Drawn = z.strictObject({
  type: z.literal('drawn'),
  asked: DrawAsked,
  method: z.string(),
  population: z.int(),
  populationDigest: z.string(),
  position: z.int(),
  /** Items that whoever drew may not read: their cases were not in the box. */
  without: z.array(ItemCode),
  cases: z.array(z.strictObject({ id: CaseId, number: PrintedNumber, item: ItemCode, window: WindowNo.nullable() })),
})
const Checked = z.strictObject({
  type: z.literal('checked'),
  case: CaseId,
  points: z.array(AnsweredPoint),
  remark,
})
const Found = z.strictObject({
  type: z.literal('found'),
  finding: FindingId,
  case: CaseId,
  point: z.enum(pointKeys).nullable(),
  text,
  todo: text,
  to: PersonId,
  toName: z.string(),
  /** The act it is about. */
  event: EventId,
  eventType: z.string(),
})
const SentBack = z.strictObject({ type: z.literal('sentBack'), finding: FindingId, reason: text })
/** mended 整改完成 · unfounded 经核实不是问题 */
const Closed = z.strictObject({
  type: z.literal('closed'),
  finding: FindingId,
  how: z.enum(['mended', 'unfounded']),
  remark,
})
const Signed = z.strictObject({ type: z.literal('signed'), number: PrintedNumber, remark, paper: Paper })
const AuditDone = z.discriminatedUnion('type', [Drawn, Checked, Found, SentBack, Closed, Signed])

/** One step of an audit: who, when, at which terminal. */
export const AuditStep = z.strictObject({
  hall: z.string(),
  audit: AuditId,
  no: z.int().min(1),
  act: z.string(),
  at: Instant,
  terminal: TerminalNo,
  by: z.strictObject({ person: PersonId, name: z.string(), badge: z.string() }),
  done: AuditDone,
})
export type AuditStep = z.infer<typeof AuditStep>

const By = z.strictObject({ at: Instant, name: z.string() })

export const Finding = z.strictObject({
  ...Found.omit({ type: true }).shape,
  by: By,
  /** Sent back, why: the newest last. Each time it is a new task. */
  back: z.array(z.strictObject({ reason: z.string(), by: By })),
  closed: z.strictObject({ how: z.enum(['mended', 'unfounded']), remark, by: By }).nullable(),
})
export type Finding = z.infer<typeof Finding>

export const Audit = z.strictObject({
  id: AuditId,
  /** The number of its last step. */
  last: z.int(),
  drawn: z.strictObject({ ...Drawn.omit({ type: true }).shape, by: By }),
  /** Of each case the last word. */
  checked: z.array(z.strictObject({ ...Checked.omit({ type: true }).shape, by: By })),
  findings: z.array(Finding),
  signed: z.strictObject({ ...Signed.omit({ type: true }).shape, by: By, badge: z.string() }).nullable(),
})
export type Audit = z.infer<typeof Audit>

/** What the steps add up to, in their order; undefined without a beginning. */
export function auditOf(steps: Iterable<AuditStep>): Audit | undefined {
  let audit: Audit | undefined
  for (const step of steps) audit = auditAfter(audit, step)
  return audit
}

export function auditAfter(audit: Audit | undefined, { audit: id, no, at, by, done }: AuditStep): Audit | undefined {
  const who = { at, name: by.name }
  if (audit === undefined) {
    if (done.type !== 'drawn') return undefined
    const { type: _, ...drawn } = done
    return { id, last: no, drawn: { ...drawn, by: who }, checked: [], findings: [], signed: null }
  }
  const next = { ...audit, last: no }
  const onFinding = (finding: string, change: (of: Finding) => Finding): Audit => ({
    ...next,
    findings: audit.findings.map((each) => (each.finding === finding ? change(each) : each)),
  })
  switch (done.type) {
    case 'drawn':
      return next
    case 'checked': {
      const { type: _, ...checked } = done
      const others = audit.checked.filter((each) => each.case !== done.case)
      return { ...next, checked: [...others, { ...checked, by: who }] }
    }
    case 'found': {
      const { type: _, ...found } = done
      return { ...next, findings: [...audit.findings, { ...found, by: who, back: [], closed: null }] }
    }
    case 'sentBack':
      return onFinding(done.finding, (each) => ({
        ...each,
        back: [...each.back, { reason: done.reason, by: who }],
      }))
    case 'closed':
      return onFinding(done.finding, (each) => ({ ...each, closed: { how: done.how, remark: done.remark, by: who } }))
    case 'signed': {
      const { type: _, ...signed } = done
      return { ...next, signed: { ...signed, by: who, badge: by.badge } }
    }
  }
}

/** The id of a finding's task: a new one each time it goes back. */
export function findingTask({ finding, back }: Pick<Finding, 'finding' | 'back'>, round = back.length): string {
  return round === 0 ? `finding:${finding}` : `finding:${finding}:${round}`
}

/** How a case came out: a single point that is not in order makes it a case with a fault. */
export function isFaulty({ points }: { points: readonly AnsweredPoint[] }): boolean {
  return points.some(({ answer }) => answer === 'bad')
}

export function faultsOf({ points }: { points: readonly AnsweredPoint[] }): PointKey[] {
  return points.filter(({ answer }) => answer === 'bad').map(({ key }) => key)
}

/** What is said of one point: the person's word where there is one, else the program's own. */
export type GivenAnswer = { key: PointKey; answer: Answer; note: string | null }

/** The points of a case as they are kept. A point that only a person can judge has to be answered, and whoever says otherwise than the
 *  program says why. */
export function answeredPoints(
  points: readonly { key: PointKey; verdict: z.infer<typeof Verdict> }[],
  given: readonly GivenAnswer[],
): { ok: true; points: AnsweredPoint[] } | { ok: false; why: 'unanswered' | 'noteNeeded'; point: PointKey } {
  const answered: AnsweredPoint[] = []
  for (const { key, verdict } of points) {
    const said = given.find((each) => each.key === key)
    const answer = said?.answer ?? (verdict === 'ask' ? undefined : verdict)
    if (answer === undefined) return { ok: false, why: 'unanswered', point: key }
    const note = said?.note?.trim() || null
    if (verdict !== 'ask' && answer !== verdict && note === null) return { ok: false, why: 'noteNeeded', point: key }
    answered.push({ key, program: verdict, answer, note })
  }
  return { ok: true, points: answered }
}
