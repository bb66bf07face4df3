/** Every door between the window and the machine. Nothing else crosses. */
import { z } from 'zod'
import { AuditId, DrawAsked } from '../audit/audit.ts'
import { Day } from '../calendar/day.ts'
import { Case } from '../case/case.ts'
import { AnyEvent, NewFact } from '../case/event.ts'
import { ActId, CaseId, Instant, PersonId, WindowNo } from '../case/ids.ts'
import { IdCard } from '../identity/id-card.ts'
import { ItemCode } from '../item/item.ts'
import { FileHash, KeptFile } from '../item/kept-file.ts'
import { OnScreen } from '../paper/on-screen.ts'
import { Copy, Paper } from '../paper/paper.ts'
import { StandInAsked } from '../people/stand-in.ts'
import { Note } from '../record/record.ts'
import { SignedCheck } from '../report/bags.ts'
import { ExportAsked } from '../report/export.ts'
import { Lessons } from '../study/lesson.ts'
import { HallNumber } from '../visit/hall-queue.ts'
import { VisitLine } from '../visit/line.ts'
import { BookSlice, Books, Openings, OpeningsAsked, VerifyBook } from './audits.ts'
import { CloseAsked, CloseDays, CloseDaysAsked, CloseSigned, CloseView, SignClose } from './closes.ts'
import { TellableAddress } from './desk-link.ts'
import { door } from './door.ts'
import { ExportProgress, Exports, ExportsAsked } from './exports.ts'
import { FigureCases, FigureCasesAsked, FiguresAnswer, FiguresAsked } from './figures.ts'
import { Halls } from './halls.ts'
import {
  MonthAnswer,
  MonthAsked,
  MonthCases,
  MonthCasesAsked,
  PlanEntryAsked,
  PlanEntryTaken,
  SignWeek,
  WeekAnswer,
  WeekAsked,
  WeekSigned,
} from './plans.ts'
import { OwnRatings } from './ratings.ts'
import { AuditActAsked, AuditActed, AuditCase, AuditDrawn, Audits, AuditsAsked, AuditView } from './stored-audits.ts'
import {
  Affected,
  BureauStatus,
  CaseLine,
  Cursor,
  DayCounts,
  Draft,
  EndStandIn,
  FileText,
  GiveNumber,
  NotHeard,
  NotTold,
  Printer,
  PrintJob,
  Published,
  PublishOutcome,
  PullPage,
  Recorded,
  RecordRefusal,
  Session,
  SettledTask,
  StandInEnded,
  StandInNamed,
  StandIns,
  StockAsked,
  StockPage,
  TakeNumber,
  TerminalState,
} from './views.ts'

const nothing = z.null()
const orWhy = <T extends z.ZodType>(answer: T) => z.union([answer, NotHeard])
const result = <O extends z.ZodType, R extends z.ZodType>(value: O, refusal: R) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), refusal }),
  ])

/** Why somebody may not sign in. */
export const SignInRefusal = z.strictObject({
  why: z.enum(['wrong', 'locked', 'neverHere', 'noRole', 'windowClosed', 'bureauUnreachable']),
  tryAgainAt: Instant.nullable(),
})
export const EnrolRefusal = z.strictObject({ why: z.enum(['badCode', 'usedCode', 'bureauUnreachable', 'badAddress']) })

/** Why a chosen file is not handed on. notText: no UTF-8 text. */
export const FileRefusal = z.strictObject({ why: z.enum(['cancelled', 'tooLarge', 'notText', 'unreadable']) })

/** Why a scan or a picture is not kept. */
export const KeepRefusal = z.strictObject({
  why: z.enum(['empty', 'tooLarge', 'wrongKind', 'damaged', 'diskFull', 'unreadable']),
})
/** Why a file is not shown. notYet: the terminal that took it has not sent it · unknown: the bureau knows no such file of this case. */
export const ShowRefusal = z.strictObject({ why: z.enum(['notHere', 'notYet', 'unknown', 'unreachable', 'notNoted']) })
/**
 * Why no card was read. noReader: none is set up · wrongSetting: what IT wrote cannot be read · notThere, forbidden: the line cannot be
 * opened · silent, unplugged, fault: the reader · noCard, takenAway, garbled: the card, or how it lay · unknownCard: a kind nobody here
 * knows · busy: one is being read already.
 */
export const CardRefusal = z.strictObject({
  why: z.enum([
    'noReader',
    'wrongSetting',
    'notThere',
    'forbidden',
    'silent',
    'unplugged',
    'fault',
    'noCard',
    'takenAway',
    'garbled',
    'unknownCard',
    'busy',
  ]),
})
export type CardRefusal = z.infer<typeof CardRefusal>
/** In base64, which no pattern is held against: what it has to be is told by its bytes. */
const Content = z.string().max(28_000_000)

export const doors = {
  'terminal.state': door(nothing, TerminalState),
  'terminal.enrol': door(
    z.strictObject({ bureau: z.url(), code: z.string().min(6).max(40) }),
    result(TerminalState, EnrolRefusal),
  ),

  /** Ends the program and starts it again: to practise, or for real. */
  'training.switch': door(z.strictObject({ on: z.boolean() }), nothing),

  'session.signIn': door(
    z.strictObject({ person: PersonId, password: z.string().min(1).max(200), window: WindowNo.nullable() }),
    result(Session, SignInRefusal),
  ),
  'session.lock': door(nothing, nothing),
  'session.unlock': door(z.strictObject({ password: z.string().min(1).max(200) }), result(Session, SignInRefusal)),
  'session.signOut': door(nothing, nothing),
  'session.now': door(nothing, z.strictObject({ session: Session.nullable(), lockedBy: PersonId.nullable() })),

  'published.get': door(nothing, Published.nullable()),

  /** One act at the counter. `kases`: what the page knows of the cases it acts on; the bureau judges for good. */
  'act.record': door(
    z.strictObject({
      act: ActId,
      facts: z.array(NewFact).min(1).max(40),
      kases: z.array(Case).max(10),
      dateConfirmed: z.boolean(),
      draft: CaseId.nullable(),
    }),
    result(Recorded, RecordRefusal),
  ),
  'note.record': door(Note, result(z.strictObject({ seq: z.int() }), RecordRefusal)),
  /** The terminal's own acts after a record, for the cache to follow; `last` is the ledger's last record. */
  'ledger.after': door(
    z.strictObject({ seq: z.int().min(0), limit: z.int().min(1).max(1000) }),
    z.strictObject({
      last: z.int(),
      digest: z.string(),
      records: z.array(z.strictObject({ seq: z.int(), events: z.array(AnyEvent), check: SignedCheck.optional() })),
    }),
  ),
  /** The mark kept outside IndexedDB: what the cache had applied when it last said so. */
  'cache.mark': door(z.strictObject({ applied: z.int().min(0), cursor: Cursor.nullable() }), nothing),
  'cache.lastMark': door(nothing, z.strictObject({ applied: z.int(), cursor: Cursor.nullable() }).nullable()),

  'draft.keep': door(Draft.omit({ person: true, personName: true, keptAt: true }), z.strictObject({ keptAt: Instant })),
  'draft.list': door(nothing, z.array(Draft)),
  'draft.take': door(z.strictObject({ case: CaseId }), Draft.nullable()),
  'draft.drop': door(z.strictObject({ case: CaseId }), nothing),

  'bureau.status': door(nothing, BureauStatus),
  'bureau.sendNow': door(nothing, BureauStatus),
  'bureau.pull': door(
    z.strictObject({ cursor: Cursor.nullable(), limit: z.int().min(1).max(1000) }),
    PullPage.nullable(),
  ),
  /** What is not cached is asked of the bureau and not kept; null when it cannot be reached. */
  'bureau.find': door(
    z.strictObject({ number: z.string().max(40).nullable(), idNo: z.string().max(40).nullable() }),
    z.array(CaseLine).nullable(),
  ),
  'bureau.events': door(z.strictObject({ case: CaseId }), z.array(AnyEvent).nullable()),
  'bureau.counts': door(z.strictObject({ day: Day }), orWhy(DayCounts)),
  'bureau.stock': door(StockAsked, orWhy(StockPage)),
  /** For whoever oversees: the halls that were granted to them. */
  'bureau.halls': door(nothing, orWhy(Halls)),
  /** Figures of any period, and the cases behind one. Who does not oversee the windows asks for their own. */
  'bureau.figures': door(FiguresAsked, orWhy(FiguresAnswer)),
  'bureau.figureCases': door(FigureCasesAsked, orWhy(FigureCases)),
  'bureau.caseTasks': door(z.strictObject({ case: CaseId }), z.array(SettledTask).nullable()),
  /** For whoever oversees: every window's evening check of a day. */
  'bureau.dayChecks': door(z.strictObject({ day: Day }), orWhy(z.array(SignedCheck))),

  /** 报送: where the file goes is chosen in the system's dialog; the page hears how far it has come, and what the file is called. One at
   *  a time; asked to begin while one runs, the answer is that one. */
  'export.begin': door(ExportAsked, ExportProgress),
  'export.now': door(nothing, ExportProgress.nullable()),
  'export.cancel': door(nothing, nothing),
  'bureau.exports': door(ExportsAsked, orWhy(Exports)),
  /** 周一列计划, 周五出结果. */
  'bureau.week': door(WeekAsked, orWhy(WeekAnswer)),
  'bureau.planEntry': door(PlanEntryAsked, z.union([PlanEntryTaken, NotTold])),
  'bureau.lessons': door(nothing, Lessons.nullable()),
  'bureau.monthCompare': door(MonthAsked, orWhy(MonthAnswer)),
  'bureau.monthCases': door(MonthCasesAsked, orWhy(MonthCases)),
  'bureau.signWeek': door(SignWeek, z.union([WeekSigned, NotTold])),
  /** 日结. unsent: this terminal has records that the bureau has not got. */
  'bureau.closes': door(CloseDaysAsked, orWhy(CloseDays)),
  'bureau.close': door(CloseAsked, orWhy(CloseView)),
  'bureau.signClose': door(
    SignClose,
    z.union([CloseSigned, NotTold, z.strictObject({ ok: z.literal(false), why: z.literal('unsent') })]),
  ),

  /** The slips (评价单) that this person wrote down today. */
  'bureau.ownRatings': door(nothing, orWhy(OwnRatings)),

  /** 稽核. Null: there is none such, or none that this person may read. */
  'bureau.audits': door(AuditsAsked, orWhy(Audits)),
  'bureau.audit': door(z.strictObject({ audit: AuditId }), orWhy(AuditView.nullable())),
  'bureau.auditCase': door(z.strictObject({ audit: AuditId, case: CaseId }), orWhy(AuditCase.nullable())),
  'bureau.auditDraw': door(DrawAsked, z.union([AuditDrawn, NotTold])),
  'bureau.auditAct': door(AuditActAsked, z.union([AuditActed, NotTold])),

  /** The person chooses a file in the system's dialog; the page gets its text and never its place. */
  'file.open': door(
    z.strictObject({ what: z.enum(['item', 'calendar']) }),
    result(z.strictObject({ name: z.string(), text: FileText }), FileRefusal),
  ),
  /** Files beside a form. They are chosen in the system's dialog, or dropped and pasted onto the page; in every case they are on the
   *  disk before the page hears how they are named. */
  'file.choose': door(
    z.strictObject({ most: z.int().min(1).max(30) }),
    z.array(z.strictObject({ name: z.string(), answer: result(KeptFile, KeepRefusal) })),
  ),
  'file.keep': door(z.strictObject({ name: z.string().max(1000), content: Content }), result(KeptFile, KeepRefusal)),
  /** Of one's own draft. */
  'file.look': door(z.strictObject({ sha256: FileHash }), result(z.strictObject({ content: Content }), ShowRefusal)),
  /** Of a case: why it is opened is a note in the ledger first. What is not here is asked of the bureau and not kept. */
  'file.show': door(
    z.strictObject({ case: CaseId, sha256: FileHash, reason: z.string().min(1).max(200) }),
    result(z.strictObject({ content: Content }), ShowRefusal),
  ),
  /** The files of this terminal that the bureau has not got yet. */
  'file.waiting': door(nothing, z.strictObject({ waiting: z.array(FileHash) })),
  /** For admins. The running cases that a changed item or a calendar touches; null when the bureau gives no answer. */
  'bureau.affectedByItem': door(z.strictObject({ code: ItemCode }), Affected.nullable()),
  'bureau.affectedByCalendar': door(z.strictObject({ text: FileText }), Affected.nullable()),
  /** For admins. Once it is published, this terminal has the new edition before the answer comes. */
  'bureau.publishItem': door(z.strictObject({ text: FileText, base: z.string() }), PublishOutcome),
  'bureau.publishCalendar': door(z.strictObject({ text: FileText }), PublishOutcome),
  /** For supervisors. */
  'bureau.books': door(nothing, orWhy(Books)),
  'bureau.verifyBook': door(VerifyBook, orWhy(BookSlice)),
  'bureau.openings': door(OpeningsAsked, orWhy(Openings)),
  /** For supervisors and chiefs: 代岗. */
  'bureau.standIns': door(nothing, orWhy(StandIns)),
  'bureau.nameStandIn': door(StandInAsked, z.union([StandInNamed, NotTold])),
  'bureau.endStandIn': door(EndStandIn, z.union([StandInEnded, NotTold])),
  /** A day's tickets and questions: what this terminal wrote, and what it has heard of the other windows. `ask`: the bureau is
   *  asked first. */
  'visit.day': door(
    z.strictObject({ day: Day, ask: z.boolean() }),
    z.strictObject({
      lines: z.array(VisitLine),
      open: z.array(VisitLine),
      /** 大厅等候, as the bureau last told it. */
      hall: z.array(HallNumber),
      /** When the bureau last said something of this day; null: never since the start. */
      heardAt: Instant.nullable(),
    }),
  ),

  /** 大厅等候: only the bureau gives these numbers and says which window gets which. */
  'visit.give': door(GiveNumber, z.union([z.strictObject({ ok: z.literal(true), number: HallNumber }), NotTold])),
  'visit.take': door(
    TakeNumber,
    z.union([z.strictObject({ ok: z.literal(true), number: HallNumber.nullable() }), NotTold]),
  ),

  'printer.list': door(
    nothing,
    z.strictObject({ printers: z.array(Printer), chosen: z.string().nullable(), slips: z.string().nullable() }),
  ),
  /** For papers, unless said; the printer of slips (80 mm) is another one, or none. */
  'printer.choose': door(
    z.strictObject({ name: z.string().nullable(), for: z.enum(['papers', 'slips']).optional() }),
    nothing,
  ),
  'paper.print': door(z.strictObject({ paper: Paper, copies: z.array(Copy).min(1).max(4) }), PrintJob),
  'paper.look': door(z.strictObject({ paper: Paper, copy: Copy }), OnScreen),
  'paper.jobs': door(nothing, z.array(PrintJob)),
  /** A list to take home, before any case exists (一次性告知单). */
  'slip.print': door(
    z.strictObject({
      title: z.string().max(100),
      lines: z.array(z.string().max(500)).max(200),
      /** roll: on the 80 mm roll, where a printer of slips is chosen; it fades, so nothing statutory goes there. Absent: A4. */
      size: z.enum(['a4', 'roll']).optional(),
    }),
    PrintJob,
  ),

  /** Reads the card that lies on the reader, or is laid there within some seconds. What it says is kept nowhere. */
  'card.read': door(nothing, result(IdCard, CardRefusal)),

  /** A case carried into another system: opening it is a note in the ledger, and only what was opened goes to the clipboard. */
  'carry.begin': door(
    z.strictObject({ case: CaseId, reason: z.string().min(1).max(200) }),
    result(z.strictObject({ seq: z.int() }), RecordRefusal),
  ),
  'carry.put': door(z.strictObject({ case: CaseId, text: z.string().min(1).max(20_000) }), nothing),
  /** What was put there is taken off the clipboard. */
  'carry.end': door(nothing, nothing),

  /** A link that came from outside, once; `address` null: it is none of this desk. And one for a colleague, onto the clipboard. */
  'link.take': door(nothing, z.strictObject({ address: z.string().max(1000).nullable() }).nullable()),
  'link.copy': door(z.strictObject({ address: TellableAddress }), nothing),

  'page.problem': door(
    z.strictObject({ message: z.string().max(2000), stack: z.string().max(8000) }),
    z.strictObject({ incident: z.string() }),
  ),
} as const
export type Doors = typeof doors
export type DoorName = keyof Doors

/** What main tells the page: something changed, ask again. Notices never carry facts. */
export const notices = [
  'ledger',
  'bureau',
  'pulled',
  'visits',
  'printing',
  'session',
  'published',
  'terminal',
  'export',
  'link',
] as const
export type Notice = (typeof notices)[number]
