/** Everything a terminal may ask of the bureau's server. The same shape as the doors: what goes in, what comes out.
 *  Every request but `enrol` is signed by the terminal's Ed25519 key: header `x-terminal: <compact JWS>` over RequestClaim.
 *  A person's requests carry `authorization: Bearer <token>` besides. Every answer carries `x-bureau-time` (Instant). */
import { z } from 'zod'
import { AuditId, DrawAsked } from '../audit/audit.ts'
import { Day } from '../calendar/day.ts'
import { AnyEvent } from '../case/event.ts'
import { CaseId, HallId, Instant, PersonId, TerminalNo, WindowNo } from '../case/ids.ts'
import { ItemCode } from '../item/item.ts'
import { FileHash } from '../item/kept-file.ts'
import { Person } from '../people/role.ts'
import { StandInAsked } from '../people/stand-in.ts'
import { SignedCheck } from '../report/bags.ts'
import { ExportAsked } from '../report/export.ts'
import { Lessons } from '../study/lesson.ts'
import { HallNumber } from '../visit/hall-queue.ts'
import { VisitLine } from '../visit/line.ts'
import { BookSlice, Books, Openings, OpeningsAsked, VerifyBook } from './audits.ts'
import { CloseAsked, CloseDays, CloseDaysAsked, CloseSigned, CloseView, SignClose } from './closes.ts'
import { door } from './door.ts'
import { ExportBegun, ExportedCases, ExportedText, ExportPageAsked, Exports, ExportsAsked } from './exports.ts'
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
  CaseLine,
  Cursor,
  DayCounts,
  EndStandIn,
  FileText,
  GiveNumber,
  PublishAnswer,
  Published,
  PullPage,
  SettledTask,
  StandInEnded,
  StandInNamed,
  StandIns,
  StockAsked,
  StockPage,
  TakeNumber,
} from './views.ts'

/** What a terminal signs of each request: the server checks method, path and the SHA-256 (base64url) of the exact body. */
export const RequestClaim = z.strictObject({
  terminal: TerminalNo,
  method: z.string(),
  path: z.string(),
  body: z.string(),
  at: Instant,
})
export type RequestClaim = z.infer<typeof RequestClaim>

/** An Ed25519 public key as JWK. */
export const PublicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(40).max(50),
})
/** The bureau's recovery public key (X25519): terminals wrap their data key for it, so that a dead machine's unsent records can be read. */
export const RecoveryKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('X25519'),
  x: z.string().min(40).max(50),
})
export type RecoveryKey = z.infer<typeof RecoveryKey>

export const Enrolled = z.strictObject({
  terminal: TerminalNo,
  hall: HallId,
  window: WindowNo.nullable(),
  recoveryKey: RecoveryKey,
  incarnation: z.string(),
})
export type Enrolled = z.infer<typeof Enrolled>

/** A sealed record as it travels: its exact plaintext bytes (base64) and its place in the chain. */
export const SentRecord = z.strictObject({
  seq: z.int().min(1),
  hash: z.string().length(64),
  body: z.string().min(2).max(400_000),
})
export type SentRecord = z.infer<typeof SentRecord>

/** Taken: the bytes are stored, whatever they say. A repeated record gets its first answer again, for ever. */
export const Taken = z.strictObject({
  /** The last record the bureau has without a gap, and its own digest of the chain up to there. */
  taken: z.int().min(0),
  digest: z.string(),
  incarnation: z.string(),
  /** Records up to here are in a backup: the terminal may let go of them. */
  backedUp: z.int().min(0),
  problem: z
    .discriminatedUnion('what', [
      /** A gap: send from here. */
      z.strictObject({ what: z.literal('expected'), seq: z.int() }),
      /** Other content under a known number: a cloned or rolled-back disk. The terminal stops. */
      z.strictObject({ what: z.literal('differs'), seq: z.int() }),
      z.strictObject({ what: z.literal('badRecord'), seq: z.int(), why: z.string() }),
    ])
    .nullable(),
})
export type Taken = z.infer<typeof Taken>

const nothing = z.null()

export const routes = {
  'POST /v1/enrol': door(
    z.strictObject({ code: z.string().min(6).max(40), publicKey: PublicKey, machine: z.string().max(100) }),
    z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), value: Enrolled }),
      z.strictObject({ ok: z.literal(false), why: z.enum(['badCode', 'usedCode']) }),
    ]),
  ),
  'POST /v1/sign-in': door(
    z.strictObject({ person: PersonId, password: z.string().min(1).max(200), window: WindowNo.nullable() }),
    z.discriminatedUnion('ok', [
      z.strictObject({
        ok: z.literal(true),
        value: z.strictObject({ person: Person, token: z.string(), expires: Instant }),
      }),
      z.strictObject({
        ok: z.literal(false),
        why: z.enum(['wrong', 'locked', 'noRole', 'windowClosed']),
        tryAgainAt: Instant.nullable(),
      }),
    ]),
  ),
  'GET /v1/published': door(nothing, Published),
  'GET /v1/mark': door(nothing, Taken),
  'POST /v1/records': door(z.strictObject({ records: z.array(SentRecord).max(500) }), Taken),
  'POST /v1/pull': door(z.strictObject({ cursor: Cursor.nullable(), limit: z.int().min(1).max(1000) }), PullPage),
  /** Answered when the hall has another position than the one named, and after some time when it has not: so that what others do is
   *  heard of at once. Null: which is it? */
  'POST /v1/listen': door(
    z.strictObject({
      position: z.int().min(0).nullable(),
      /** The terminal's own last record, and its own digest up to there. */
      book: z.strictObject({ seq: z.int().min(0), digest: z.string().length(64) }).optional(),
    }),
    z.strictObject({ position: z.int().min(0) }),
  ),
  'POST /v1/find': door(
    z.strictObject({ number: z.string().max(40).nullable(), idNo: z.string().max(40).nullable() }),
    z.array(CaseLine),
  ),
  'POST /v1/case-events': door(z.strictObject({ case: CaseId }), z.array(AnyEvent)),
  'POST /v1/counts': door(z.strictObject({ day: Day }), DayCounts),
  /** For whoever oversees: the halls that were granted to them. What may be asked of another than the terminal's own says so in its
   *  letter (`hall`). */
  'GET /v1/halls': door(nothing, Halls),
  /** Figures of any period, added up by time and by whose they are; and the cases behind one. Who oversees the windows asks for the
   *  hall, everybody else for their own. */
  'POST /v1/figures': door(FiguresAsked, FiguresAnswer),
  'POST /v1/figure-cases': door(FigureCasesAsked, FigureCases),
  /** 报送: what is exported, for which time and why is known here before a row leaves; then its rows, page by page. And the list of
   *  all that was exported. */
  'POST /v1/export-begin': door(ExportAsked, ExportBegun),
  'POST /v1/export-text': door(ExportPageAsked, ExportedText),
  'POST /v1/export-cases': door(ExportPageAsked, ExportedCases),
  'POST /v1/exports': door(ExportsAsked, Exports),
  /** The cases behind 在办 and 超期. */
  'POST /v1/stock': door(StockAsked, StockPage),
  /** How what had to be put right on a case was settled. */
  'POST /v1/case-tasks': door(z.strictObject({ case: CaseId }), z.array(SettledTask)),
  /** For whoever oversees: the evening check (日清) of each window of the hall, as it was signed last. */
  'POST /v1/day-checks': door(z.strictObject({ day: Day }), z.array(SignedCheck)),
  /** A week's plan and what became of it; a word added to it; a supervisor's signature under its result. Who oversees reads the
   *  hall's, everybody else their own. */
  'POST /v1/week': door(WeekAsked, WeekAnswer),
  'POST /v1/plan-entry': door(PlanEntryAsked, PlanEntryTaken),
  'POST /v1/sign-week': door(SignWeek, WeekSigned),
  /** 日学: the same for everybody; what anybody answers is told to nobody. */
  'GET /v1/lessons': door(nothing, Lessons),
  /** For who oversees: the windows' months beside each other. */
  'POST /v1/month-compare': door(MonthAsked, MonthAnswer),
  'POST /v1/month-cases': door(MonthCasesAsked, MonthCases),
  /** 日结, for whoever oversees: which days are closed, and one day with what was signed of it; signing is for supervisors. */
  'POST /v1/closes': door(CloseDaysAsked, CloseDays),
  'POST /v1/close': door(CloseAsked, CloseView),
  'POST /v1/sign-close': door(SignClose, CloseSigned),
  /** The slips (评价单) that whoever asks wrote down today. */
  'GET /v1/own-ratings': door(nothing, OwnRatings),
  'POST /v1/audits': door(AuditsAsked, Audits),
  'POST /v1/audit': door(z.strictObject({ audit: AuditId }), AuditView.nullable()),
  'POST /v1/audit-case': door(z.strictObject({ audit: AuditId, case: CaseId }), AuditCase.nullable()),
  'POST /v1/audit-draw': door(DrawAsked, AuditDrawn),
  'POST /v1/audit-act': door(AuditActAsked, AuditActed),
  /** For supervisors: the books of the hall's terminals, a stretch of one verified, and who opened whose personal data. */
  'GET /v1/books': door(nothing, Books),
  'POST /v1/verify-book': door(VerifyBook, BookSlice),
  'POST /v1/openings': door(OpeningsAsked, Openings),
  /** A day's tickets and questions of the whole hall, after the reader's last line of it. */
  'POST /v1/visits': door(
    z.strictObject({ day: Day, incarnation: z.string().nullable(), after: z.int().min(0) }),
    z.strictObject({
      incarnation: z.string(),
      /** The lines counted so far are of another life of the server: these begin again. */
      restart: z.boolean(),
      last: z.int().min(0),
      lines: z.array(VisitLine),
      more: z.boolean(),
      /** Questions of any day that somebody still has to answer; the oldest first. */
      open: z.array(VisitLine),
      /** 大厅等候 of the day. Absent: a bureau that keeps none. */
      hall: z.array(HallNumber).optional(),
    }),
  ),
  /** 大厅等候: the next number of a kind; and the one that has waited longest, for one window alone. Asked again under the same
   *  `ticket` or `asked`, the answer is the same. */
  'POST /v1/give-number': door(GiveNumber, z.strictObject({ ok: z.literal(true), number: HallNumber })),
  'POST /v1/take-number': door(TakeNumber, z.strictObject({ ok: z.literal(true), number: HallNumber.nullable() })),

  /** For supervisors and chiefs: who stands in for whom (代岗), and who holds what that they may give. */
  'GET /v1/stand-ins': door(nothing, StandIns),
  'POST /v1/name-stand-in': door(StandInAsked, StandInNamed),
  'POST /v1/end-stand-in': door(EndStandIn, StandInEnded),

  /** Which of these files the bureau has not got; then each is sent by itself. One sent again is the same one. */
  'POST /v1/files-missing': door(
    z.strictObject({ files: z.array(FileHash).max(500) }),
    z.strictObject({ missing: z.array(FileHash) }),
  ),
  /** Its bytes in base64, which no pattern is held against: they have to give the hash. */
  'POST /v1/file-send': door(
    z.strictObject({ sha256: FileHash, content: z.string().max(28_000_000) }),
    z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true) }),
      z.strictObject({
        ok: z.literal(false),
        why: z.enum(['differs', 'empty', 'tooLarge', 'wrongKind', 'damaged']),
      }),
    ]),
  ),
  /** A file that the form of this case names, for who may read the case. notYet: the bureau waits for it too. */
  'POST /v1/file': door(
    z.strictObject({ case: CaseId, sha256: FileHash }),
    z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), content: z.string() }),
      z.strictObject({ ok: z.literal(false), why: z.enum(['notYet', 'unknown']) }),
    ]),
  ),

  /** For admins: the running cases that a changed item, or a calendar, touches. Null: the calendar's file has faults. */
  'POST /v1/affected-by-item': door(z.strictObject({ code: ItemCode }), Affected),
  'POST /v1/affected-by-calendar': door(z.strictObject({ text: FileText }), Affected.nullable()),
  /** For admins: an edition made from the present one, named `base`, with one item added or changed; and a year's calendar. */
  'POST /v1/publish-item': door(z.strictObject({ text: FileText, base: z.string() }), PublishAnswer),
  'POST /v1/publish-calendar': door(z.strictObject({ text: FileText }), PublishAnswer),
} as const
export type Routes = typeof routes
export type RouteName = keyof Routes

/** The one shape of every error answer (HTTP status ≥ 400). */
export const Problem = z.strictObject({
  code: z.enum([
    'badRequest',
    'badSignature',
    'unknownTerminal',
    'terminalStopped',
    'signInFirst',
    'forbidden',
    'notFound',
    'tooLarge',
    'tooMany',
    'unavailable',
    'failed',
  ]),
  detail: z.string(),
  incident: z.string().nullable(),
})
export type Problem = z.infer<typeof Problem>
