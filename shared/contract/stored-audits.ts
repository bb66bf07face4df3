/** 稽核 as a terminal asks the bureau for it: the list, one audit, the checklist of a case in it, drawing, and each further step. */
import { z } from 'zod'
import { Answer, Audit, AuditId, AuditStep, DrawAsked, FindingId } from '../audit/audit.ts'
import { Point } from '../audit/checklist.ts'
import { pointKeys } from '../audit/points.ts'
import { CaseId, Instant, PersonId } from '../case/ids.ts'

/** Of one audit in the list. */
const AuditLine = z.strictObject({
  id: AuditId,
  at: Instant,
  byName: z.string(),
  asked: DrawAsked,
  cases: z.int(),
  checked: z.int(),
  faulty: z.int(),
  findings: z.int(),
  findingsOpen: z.int(),
  /** Of these, answered and waiting for the supervisor. */
  findingsAnswered: z.int(),
  signed: z.strictObject({ at: Instant, name: z.string() }).nullable(),
  /** Steps that found no place after a restore. Absent: none. */
  aside: z.int().min(1).optional(),
})
export type AuditLine = z.infer<typeof AuditLine>

/** `before`: when the last one of the page before was drawn, and after a blank which one it is: two may be drawn at once. Null: from the
 *  newest. */
export const AuditsAsked = z.strictObject({ before: z.string().max(100).nullable() })
export const Audits = z.strictObject({ lines: z.array(AuditLine), more: z.boolean() })
export type Audits = z.infer<typeof Audits>

/** Where a line stands in the list. */
export function auditPlace({ at, id }: Pick<AuditLine, 'at' | 'id'>): string {
  return `${at} ${id}`
}

/** What the window said to a finding, each time it was asked; `by`: whoever answered. */
const FindingAnswer = z.strictObject({
  finding: FindingId,
  round: z.int().min(0),
  how: z.string(),
  by: z.string(),
  at: Instant.nullable(),
})

export const AuditView = z.strictObject({
  audit: Audit,
  answers: z.array(FindingAnswer),
  /** What terminals had kept of it and found no place after a restore. Absent: nothing. */
  aside: z.array(AuditStep).optional(),
})
export type AuditView = z.infer<typeof AuditView>

/** A case of an audit: what the program says of it now, and who had a hand in it, with their last act. */
export const AuditCase = z.strictObject({
  points: z.array(Point),
  people: z.array(z.strictObject({ id: PersonId, name: z.string(), type: z.string() })),
})
export type AuditCase = z.infer<typeof AuditCase>

const text = z.string().trim().min(1).max(500)
const AuditDo = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('check'),
    case: CaseId,
    answers: z
      .array(z.strictObject({ key: z.enum(pointKeys), answer: Answer, note: z.string().trim().max(500).nullable() }))
      .max(pointKeys.length),
    remark: text.nullable(),
  }),
  z.strictObject({
    do: z.literal('find'),
    finding: FindingId,
    case: CaseId,
    point: z.enum(pointKeys).nullable(),
    text,
    todo: text,
    to: PersonId,
  }),
  z.strictObject({ do: z.literal('sendBack'), finding: FindingId, reason: text }),
  z.strictObject({
    do: z.literal('close'),
    finding: FindingId,
    how: z.enum(['mended', 'unfounded']),
    remark: text.nullable(),
  }),
  /** `seen`: the last step that the signer saw. */
  z.strictObject({
    do: z.literal('sign'),
    seen: z.int().min(1),
    password: z.string().min(1).max(200),
    remark: text.nullable(),
  }),
])
export type AuditDo = z.infer<typeof AuditDo>
/** `act` is minted by the page: asked again under it, the bureau answers that it stands. */
export const AuditActAsked = z.strictObject({ audit: AuditId, act: z.uuid(), what: AuditDo })
export type AuditActAsked = z.infer<typeof AuditActAsked>

/** unknown: no such audit, case or finding here · signed: nothing is checked or found any more · taken: somebody signed it before ·
 *  changed: it is no longer what the signer saw · unchecked: a case is still to be looked at · unanswered, noteNeeded: of a point ·
 *  notAnswered: the window has not said anything yet · over: the finding is closed, or there is nobody such to answer it. */
export const auditFaults = [
  'unknown',
  'signed',
  'taken',
  'changed',
  'unchecked',
  'unanswered',
  'noteNeeded',
  'notAnswered',
  'over',
  'wrong',
  'locked',
  'noTemplate',
] as const
export type AuditFault = (typeof auditFaults)[number]

/** `kept`: each new step in the bureau's own sealed words, which a terminal keeps in its ledger for a bureau that was restored. */
export const AuditActed = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    view: AuditView,
    kept: z.array(z.strictObject({ no: z.int().min(1), sealed: z.string() })),
  }),
  z.strictObject({
    ok: z.literal(false),
    why: z.enum(auditFaults),
    tryAgainAt: Instant.nullable(),
    point: z.enum(pointKeys).nullable(),
  }),
])
export type AuditActed = z.infer<typeof AuditActed>

/** `stood`: these very cases had been asked for before, and the audit is that one. */
export const AuditDrawn = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    id: AuditId,
    stood: z.boolean(),
    kept: z.array(z.strictObject({ no: z.int().min(1), sealed: z.string() })),
  }),
  z.strictObject({ ok: z.literal(false), why: z.literal('nothing') }),
])
export type AuditDrawn = z.infer<typeof AuditDrawn>
