/** What crosses between window, machine and bureau besides events: one view per need. */
import { z } from 'zod'
import { Calendar } from '../calendar/calendar.ts'
import { Day } from '../calendar/day.ts'
import { AnyEvent } from '../case/event.ts'
import { Editions } from '../case/events/intake.ts'
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
} from '../case/ids.ts'
import { Refusal } from '../case/refusal.ts'
import { MovedDay } from '../case/running-day.ts'
import { Catalogue, ItemCode } from '../item/item.ts'
import { PaperBook } from '../paper/template.ts'
import { Hall } from '../people/hall.ts'
import { Holding, Person } from '../people/role.ts'
import { Place, StandIn, standInFaults } from '../people/stand-in.ts'
import { QueueKind, VisitId } from '../visit/notes.ts'

/** All published editions a terminal knows; running cases follow the current calendar and keep the rest. */
export const Published = z.strictObject({
  current: Editions,
  catalogues: z.array(Catalogue).min(1),
  calendar: Calendar,
  papers: z.array(PaperBook).min(1),
  hall: Hall,
  /** Holdings: absent where the bureau does not say who sits where; it judges by what it knows. */
  people: z.array(
    Person.pick({ id: true, name: true, badge: true, partyMember: true }).extend({
      holdings: z.array(Holding).optional(),
    }),
  ),
})
export type Published = z.infer<typeof Published>

/** Who works at this terminal now. */
export const Session = z.strictObject({
  person: Person,
  /** In force today. */
  capacities: z.array(Holding),
  window: WindowNo.nullable(),
  online: z.boolean(),
  /** The bureau no longer takes this sign-in: the password opens it again. */
  ended: z.boolean(),
  since: Instant,
  /** base64; seals the cache's rows while this person works. */
  cacheKey: z.string(),
})
export type Session = z.infer<typeof Session>

export const TerminalState = z.strictObject({
  phase: z.enum(['unenrolled', 'ready']),
  terminal: TerminalNo.nullable(),
  hall: HallId.nullable(),
  bureauName: z.string().nullable(),
  hallName: z.string().nullable(),
  windows: z.array(z.strictObject({ no: WindowNo, name: z.string(), pioneer: z.boolean(), open: z.boolean() })),
  window: WindowNo.nullable(),
  /** People who have signed in here before; they can do so without the network. */
  known: z.array(z.strictObject({ id: PersonId, name: z.string() })),
  /** plain: the system keeps no keys safely; IT is warned. */
  keyStore: z.enum(['system', 'plain']),
  ledger: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('ready') }),
    /** Nothing is written until restart; what is there is safe. */
    z.strictObject({
      state: z.literal('readOnly'),
      why: z.enum(['writeFailed', 'damaged', 'rolledBack', 'keyMissing']),
      detail: z.string(),
    }),
    z.strictObject({ state: z.literal('nearlyFull'), freeBytes: z.number() }),
  ]),
  /** 练习: nothing here is real, nothing leaves the machine. Absent: real. */
  training: z.boolean().optional(),
  version: z.string(),
  runtime: z.string(),
  /** In development, values to prefill the first start with. */
  suggest: z.strictObject({ bureau: z.string(), code: z.string() }).nullable().optional(),
})
export type TerminalState = z.infer<typeof TerminalState>

/** Proof that both books are the same: each side's own digest at the bureau's mark. */
export const Proof = z.strictObject({ seq: z.int(), terminal: z.string(), bureau: z.string(), same: z.boolean() })

export const BureauStatus = z.strictObject({
  state: z.enum(['connected', 'offline', 'refused', 'stopped']),
  /** Why not connected, or why the bureau stopped this terminal: a code that renderer/words has a sentence for. */
  cause: z.string().nullable(),
  last: z.int(),
  taken: z.int(),
  unsent: z.int(),
  unsentSince: Instant.nullable(),
  waiting: z.int(),
  refusedCount: z.int(),
  lastUpload: Instant.nullable(),
  /** All that the bureau had by then has been fetched; null where nobody knows. */
  syncedAt: Instant.nullable(),
  nextTry: Instant.nullable(),
  /** Records that do not get through, by name, within a minute. `what`: an event type, then the number it gave if any
   *  (`received 000170000014`), or `note.<type>`; `cause`: a code like that of `cause` above. */
  stuck: z.array(z.strictObject({ seq: z.int(), what: z.string(), since: Instant, cause: z.string() })),
  /** Files beside forms that the bureau has not got yet, and why the last try ended early. */
  files: z.strictObject({ waiting: z.int(), cause: z.string().nullable() }),
  proof: Proof.nullable(),
  clockOffsetMs: z.int().nullable(),
})
export type BureauStatus = z.infer<typeof BureauStatus>

/** Where a reader of the bureau's positions stands. A changed incarnation starts it again. */
export const Cursor = z.strictObject({ incarnation: z.string(), position: z.int().min(0), judged: z.int().min(0) })
export type Cursor = z.infer<typeof Cursor>

export function sameCursor(a: Cursor | null, b: Cursor): boolean {
  return a !== null && a.position === b.position && a.judged === b.judged && a.incarnation === b.incarnation
}

export const Verdict = z.strictObject({
  event: EventId,
  case: CaseId,
  standing: z.enum(['confirmed', 'outOfTurn', 'refused', 'waiting']),
  refusal: Refusal.nullable(),
})
export type Verdict = z.infer<typeof Verdict>

/** What somebody must put right or know: refused acts, papers handed over out of turn, doubts about time, days that a new
 *  calendar moved. */
export const Task = z.strictObject({
  id: z.string(),
  kind: z.enum(['refused', 'outOfTurn', 'doubt', 'deadlineMoved', 'possibleDuplicate', 'finding']),
  case: CaseId,
  number: PrintedNumber.nullable(),
  event: EventId,
  eventType: z.string(),
  to: PersonId,
  since: Instant,
  /** On which the act was done; absent where it is no act's, or of before that was kept. */
  day: Day.optional(),
  refusal: Refusal.nullable(),
  /** Unsettled by the next working day it goes to the supervisor too. */
  raised: z.boolean(),
  /** deadlineMoved: whoever has the case reads it; `by` is the calendar that moved the day. */
  moved: MovedDay.extend({ by: z.string() }).optional(),
  /** possibleDuplicate: what the same applicant or household has besides, taken before. */
  other: z.strictObject({ case: CaseId, number: PrintedNumber, item: ItemCode }).optional(),
  /** finding: what an audit found and asks for; `back`: why the last answer was not enough. */
  finding: z.strictObject({ text: z.string(), todo: z.string(), back: z.string().nullable() }).optional(),
})
export type Task = z.infer<typeof Task>

/** How a task came to its end: by somebody's word (`how`), or by the paper of an event. `at` null: settled before that was kept. */
export const SettledTask = Task.pick({ id: true, kind: true, eventType: true, since: true }).extend({
  how: z.string().nullable(),
  paper: EventId.nullable(),
  by: PersonId,
  at: Instant.nullable(),
})
export type SettledTask = z.infer<typeof SettledTask>

/** One page of what the bureau knows. `event` null: a position this reader may not see. */
export const PullPage = z.strictObject({
  cursor: Cursor,
  /** The cursor sent was of another incarnation or scope: the cache begins again. */
  restart: z.boolean(),
  entries: z.array(z.strictObject({ position: z.int(), event: AnyEvent.nullable() })),
  verdicts: z.array(z.strictObject({ judged: z.int(), seq: z.int(), act: ActId, verdicts: z.array(Verdict) })),
  tasks: z.array(Task).nullable(),
  more: z.boolean(),
  /** The current editions: who has others asks for what was published. */
  editions: Editions.optional(),
})
export type PullPage = z.infer<typeof PullPage>

/** Figures of a day: flow by window, clerk and item. */
export const CountRow = z.strictObject({
  window: WindowNo.nullable(),
  person: PersonId,
  personName: z.string(),
  item: z.string(),
  received: z.int(),
  accepted: z.int(),
  decided: z.int(),
  notAccepted: z.int(),
  withdrawn: z.int(),
  voided: z.int(),
  /** Of the cases decided on the day: working minutes from acceptance to decision, summed. */
  minutes: z.int(),
  /** Absent: a bureau that does not count them yet. */
  told: z.int().optional(),
  incomplete: z.int().optional(),
  sameDay: z.int().optional(),
  delivered: z.int().optional(),
  reprinted: z.int().optional(),
})
export type CountRow = z.infer<typeof CountRow>

export const DayCounts = z.strictObject({
  day: Day,
  rows: z.array(CountRow),
  /** Stock at this moment: the hall's, told to who oversees it alone. */
  inHand: z.int().nullable(),
  overdue: z.int().nullable(),
  /** The position counted to. */
  position: z.int(),
  /** 咨询: questions that became no case. Absent: a bureau that does not count them yet. */
  enquiries: z.int().optional(),
  /** So many cases are sealed and stand at no terminal of these offices: nothing above counts them. */
  sealed: z.int().default(0),
})
export type DayCounts = z.infer<typeof DayCounts>

/** A case as a list shows it. Names are masked where the reader does not handle it. */
export const CaseLine = z.strictObject({
  id: CaseId,
  number: PrintedNumber,
  item: z.string(),
  itemName: z.string(),
  applicant: z.string(),
  status: z.string(),
  outcome: z.string().nullable(),
  window: WindowNo.nullable(),
  receivedAt: Instant,
  office: OfficeKey.nullable(),
})
export type CaseLine = z.infer<typeof CaseLine>

/** The hall's cases in hand as the bureau has them, whose last day comes first at the head; `count`: how many there are in all. */
const StockAfter = z.strictObject({ due: Day.nullable(), id: CaseId })
/** `after`: page by page, from the head where it is null; absent: the first 200 lines and no more. */
export const StockAsked = z.strictObject({
  list: z.enum(['inHand', 'overdue']),
  after: StockAfter.nullable().optional(),
})
export type StockAsked = z.infer<typeof StockAsked>
export const StockPage = z.strictObject({
  count: z.int(),
  lines: z.array(CaseLine.extend({ due: Day.nullable() })).max(200),
  /** Null: there is no more; absent where no pages were asked for. */
  next: StockAfter.nullable().optional(),
})
export type StockPage = z.infer<typeof StockPage>

/** What the main process answers to an act: what the ledger now holds. */
export const Recorded = z.strictObject({
  seq: z.int(),
  events: z.array(AnyEvent),
  /** This act was already in the ledger: the first answer again. */
  again: z.boolean(),
})
export type Recorded = z.infer<typeof Recorded>

/** Why the machine did not record an act. */
export const RecordRefusal = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('law'), refusal: Refusal }),
  z.strictObject({ why: z.literal('signedOut') }),
  /** The clock jumped: the clerk confirms the date shown, then sends again. */
  z.strictObject({
    why: z.literal('confirmDate'),
    terminalSays: Instant,
    lastRecord: Instant.nullable(),
    bureauSays: Instant.nullable(),
  }),
  z.strictObject({ why: z.literal('readOnly'), cause: z.string() }),
  z.strictObject({ why: z.literal('diskNearlyFull'), freeBytes: z.number() }),
  z.strictObject({ why: z.literal('writeFailed'), incident: z.string() }),
  /** It names files that are not on this machine: they are to be chosen again. */
  z.strictObject({ why: z.literal('fileMissing'), files: z.array(z.string()) }),
])
export type RecordRefusal = z.infer<typeof RecordRefusal>

/** Something typed and not yet an act. Belongs to a person; a stand-in may take it over, with trace. */
export const Draft = z.strictObject({
  case: CaseId,
  act: ActId,
  person: PersonId,
  personName: z.string(),
  /** What it is, for the list: item name and masked applicant. */
  title: z.string(),
  item: z.string(),
  keptAt: Instant,
  content: z.unknown(),
})
export type Draft = z.infer<typeof Draft>

export const PrintJob = z.strictObject({
  id: z.string(),
  paper: PrintedNumber,
  printer: z.string(),
  state: z.enum([
    'rendering',
    'queued',
    'printing',
    'done',
    'stopped',
    'outOfPaper',
    'rejected',
    'savedAsPdf',
    'failed',
  ]),
  detail: z.string().nullable(),
  file: z.string().nullable(),
})
export type PrintJob = z.infer<typeof PrintJob>

export const Printer = z.strictObject({
  name: z.string(),
  description: z.string(),
  isDefault: z.boolean(),
  state: z.enum(['ready', 'stopped', 'unknown']),
})
export type Printer = z.infer<typeof Printer>

/** A running case that something to be published touches; `moved` where a day of it moves. */
export const AffectedCase = CaseLine.pick({
  id: true,
  number: true,
  itemName: true,
  applicant: true,
  status: true,
  receivedAt: true,
}).extend({ edition: z.string(), moved: MovedDay.nullable() })
export type AffectedCase = z.infer<typeof AffectedCase>

/** `count`: of this hall, those not listed included; `elsewhere`: of the bureau's other halls. */
export const Affected = z.strictObject({
  count: z.int().min(0),
  elsewhere: z.int().min(0),
  cases: z.array(AffectedCase).max(200),
})
export type Affected = z.infer<typeof Affected>

/** What is wrong with a file, and in which line. */
export const FileProblem = z.strictObject({ line: z.int(), path: z.string(), problem: z.string() })
export type FileProblem = z.infer<typeof FileProblem>

/** The text of an item's or a calendar's file. */
export const FileText = z.string().min(1).max(300_000)

/** What became of a file that somebody wants to publish. invalid: its faults by line · stale: another edition was published
 *  since the preview · same: nothing differs from what is published. */
export const PublishAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), edition: z.string(), moved: z.int().min(0) }),
  z.strictObject({ ok: z.literal(false), why: z.enum(['invalid', 'stale', 'same']), problems: z.array(FileProblem) }),
])
export type PublishAnswer = z.infer<typeof PublishAnswer>

/** What a person hears of publishing: the bureau's answer, or why there is none. unreachable: it may be published or not. */
export const PublishOutcome = z.union([
  PublishAnswer,
  z.strictObject({ ok: z.literal(false), why: z.enum(['unreachable', 'notAdmin', 'signInAgain']) }),
])
export type PublishOutcome = z.infer<typeof PublishOutcome>

/** Why the bureau was not told what somebody asked it to do. unreachable: it may be done or not. */
export const NotTold = z.strictObject({
  ok: z.literal(false),
  why: z.enum(['unreachable', 'forbidden', 'signInAgain']),
})
export type NotTold = z.infer<typeof NotTold>

/** Why a question has no answer. unreachable: nobody answers · forbidden: it is not for this person · signInAgain: their sign-in is
 *  over · bad: one of the two makes nothing of what the other says. */
export const NotHeard = z.strictObject({
  ok: z.literal(false),
  why: z.enum(['unreachable', 'forbidden', 'signInAgain', 'bad']),
})
export type NotHeard = z.infer<typeof NotHeard>

/** 代岗: those that stand or come and those over lately; and who works here, with the places that the reader may give. */
export const StandIns = z.strictObject({
  standIns: z.array(StandIn),
  people: z.array(z.strictObject({ id: PersonId, places: z.array(Place) })),
})
export type StandIns = z.infer<typeof StandIns>

export const StandInNamed = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), why: z.enum([...standInFaults, 'unknown']) }),
])
export type StandInNamed = z.infer<typeof StandInNamed>

export const EndStandIn = z.strictObject({ id: z.string().max(60), reason: z.string().trim().min(1).max(200) })
/** `until`: the last day it still holds; null: it will not begin. gone: it was over already. */
export const StandInEnded = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), until: Day.nullable() }),
  z.strictObject({ ok: z.literal(false), why: z.enum(['gone', 'notYours']) }),
])
export type StandInEnded = z.infer<typeof StandInEnded>

/** 取号 for the whole hall. */
export const GiveNumber = z.strictObject({ ticket: VisitId, kind: QueueKind })
/** `ticket` null: whoever has waited longest of these kinds. */
export const TakeNumber = z.strictObject({
  asked: z.uuid(),
  window: WindowNo,
  kinds: z.array(QueueKind).min(1),
  ticket: VisitId.nullable(),
})
