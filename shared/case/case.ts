/** A case (办件): what its events add up to. Everything here is remembered by `apply`; deadlines and turns are computed elsewhere. */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { FormValues } from '../item/field.ts'
import { ItemCode, Kind, Processing } from '../item/item.ts'
import { PaperKeySchema } from '../paper/paper.ts'
import { Agent, Applicant } from './applicant.ts'
import { Editions } from './events/intake.ts'
import { Answers, Lack, Manner, ReceivedMaterial, StepKey } from './events/parts.ts'
import {
  ActId,
  CaseId,
  EventId,
  HallId,
  Instant,
  OfficeKey,
  PersonId,
  PrintedNumber,
  TerminalNo,
  WindowNo,
} from './ids.ts'
import { statuses } from './workflow.ts'

/** How a case ended or is about to. */
export const Outcome = z.enum([
  'granted',
  'refused',
  'recorded',
  'notAccepted',
  'notRequired',
  'redirected',
  'withdrawn',
  'lapsed',
  'terminated',
  'voided',
  'revoked',
  'cancelled',
])
export type Outcome = z.infer<typeof Outcome>

const When = z.strictObject({ at: Instant, by: PersonId })
/** 退回: the steps that the case has been sent back to since. */
const SentBack = { sentBackTo: z.array(StepKey).optional() }

export const Case = z.strictObject({
  id: CaseId,
  number: PrintedNumber,
  hall: HallId,
  terminal: TerminalNo,
  window: WindowNo.nullable(),
  item: ItemCode,
  kind: Kind,
  processing: Processing,
  editions: Editions,
  applicant: Applicant,
  agent: Agent.nullable(),
  form: FormValues,
  materials: z.array(ReceivedMaterial),
  answers: Answers,
  visit: z.uuid().nullable(),
  remark: z.string().nullable(),

  status: z.enum(statuses),
  received: When,
  /** 一次性告知: when the applicant was told what is lacking; the first list binds. */
  corrections: z.array(z.strictObject({ at: Instant, lacks: z.array(Lack) })),
  /** When the applicant was first answered, in whichever way (行政许可法第32条 knows five). */
  answeredAt: Instant.nullable(),
  /** When everything asked for had been handed in. */
  completedAt: Instant.nullable(),
  accepted: When.nullable(),
  /** 容缺: what is owed until when. */
  owed: z.array(z.strictObject({ key: z.string(), until: Day })),
  committed: z.array(z.string()),
  /** 事后核查: by when what was promised is to be looked into, and whether it was. */
  checkBy: Day.optional(),
  commitmentChecked: z.literal(true).optional(),
  /** When it was found untrue: what was given on it is to be taken back, or put right. */
  commitmentBroken: Instant.optional(),
  /** Sent away or refused because facts were hidden or material was false (行政许可法第七十八条). */
  falsehood: Instant.optional(),
  /** Keys of the steps that are done, in order. */
  stepsDone: z.array(z.string()),
  /** The open and past pauses of the clock; `until` null while it stands. */
  pauses: z.array(z.strictObject({ suspension: z.string(), from: Day, until: Day.nullable() })),
  extension: z.strictObject({ at: Instant, workdays: z.int() }).nullable(),
  hearing: z.enum(['none', 'offered', 'requested', 'noticed', 'held', 'waived']),
  objections: z.int().min(0),
  /** 核查: when two people had looked into the facts. Absent: not yet, like what follows. */
  factsChecked: When.extend(SentBack).optional(),
  /** 公示: the days of the notice that hung out last. */
  publicity: z.strictObject({ from: Day, until: Day, ...SentBack }).optional(),
  /** 告知利害关系人: until when they may speak; absent: nobody was told, or all have spoken (行政许可法第36条). */
  partiesAnswerBy: Day.optional(),
  /** The last day to ask for the hearing offered, and when it was asked for (行政许可法第47条). */
  hearingRequestBy: Day.optional(),
  hearingRequestedOn: Day.optional(),
  /** When the hearing is, by its notice. */
  hearingAt: Instant.optional(),
  proposal: z.enum(['grant', 'refuse']).nullable(),
  decided: When.extend({ outcome: Outcome }).nullable(),
  /** What was granted, where there is more than yes. */
  grade: z.string().optional(),
  certificate: z.strictObject({ name: z.string(), number: z.string(), validUntil: Day.nullable() }).nullable(),
  outcome: Outcome.nullable(),
  /** 送达未成: every time it could not be handed over. */
  attempts: z.array(z.strictObject({ at: Instant, manner: Manner, next: Manner })).optional(),
  readyAt: Instant.nullable(),
  /** 重新办理: when its time began anew. */
  reopenedAt: Instant.optional(),
  closedAt: Instant.nullable(),
  assignee: PersonId.nullable(),
  /** As `reassigned` said it; nothing goes by it (its payload tells why). */
  assignedOffice: OfficeKey.nullable(),
  /** 会办: who was asked to say something to this step and has not yet. */
  coExaminers: z.array(PersonId),
  urgedAt: Instant.nullable(),
  /** 催办: the last one, how often in all, and the first act since that moved the case. Absent: nobody urged it. */
  urge: z
    .strictObject({
      ...When.shape,
      reason: z.string(),
      answerBy: Day.nullable(),
      times: z.int().min(1),
      moved: z.strictObject({ ...When.shape, type: z.string() }).nullable(),
    })
    .optional(),
  links: z.array(z.strictObject({ system: z.string(), number: z.string() })),
  /** Every paper made, in order. */
  papers: z.array(
    z.strictObject({
      number: PrintedNumber,
      key: PaperKeySchema,
      event: EventId,
      copies: z.int().min(1),
      /** The acts that put it right; each prints the paper that says so. */
      correctedIn: z.array(ActId).optional(),
    }),
  ),

  /** Events confirmed although they no longer fitted: their papers are in the applicant's hands. */
  outOfTurn: z.array(EventId),
  /** The case holds an event this program does not know: shown, kept, passed on, not acted on here. */
  unknown: z.boolean(),
  /** The last event seen. */
  last: EventId,
  lastAt: Instant,
})
export type Case = z.infer<typeof Case>
