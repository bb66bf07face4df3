/** Who may ask what: every route of the bureau and every door of the machine by name. Both sides read it, and what stands in neither
 *  table does not compile. Whose figures, plans and cases an answer holds is narrowed behind it. */
import { overseers, type Role } from '../people/role.ts'
import { exportTable } from '../report/export.ts'
import type { DoorName } from './doors.ts'
import type { RouteName } from './routes.ts'

/** unsigned: a machine that has no number yet · machine: an enrolled one, whoever sits there · person: whoever has signed in. */
type Asks = 'unsigned' | 'machine' | 'person' | readonly Role[]

const givers: readonly Role[] = ['supervisor', 'chief']
const supervisors: readonly Role[] = ['supervisor']
const admins: readonly Role[] = ['admin']
/** Which of its kinds, the export itself says (shared/report/export.ts). */
const exchangers: readonly Role[] = exportTable.exchange.roles

export const mayAsk: Record<RouteName, Asks> = {
  'POST /v1/enrol': 'unsigned',
  'POST /v1/sign-in': 'machine',
  'GET /v1/published': 'machine',
  'GET /v1/mark': 'machine',
  'POST /v1/records': 'machine',
  'POST /v1/pull': 'machine',
  'POST /v1/listen': 'machine',
  'POST /v1/files-missing': 'machine',
  'POST /v1/file-send': 'machine',
  'POST /v1/find': 'person',
  'POST /v1/case-events': 'person',
  'POST /v1/case-tasks': 'person',
  'POST /v1/counts': 'person',
  'POST /v1/stock': 'person',
  'POST /v1/file': 'person',
  'POST /v1/visits': 'person',
  'POST /v1/give-number': 'person',
  'POST /v1/take-number': 'person',
  /** Narrowed to one's own where somebody does not oversee. */
  'POST /v1/figures': 'person',
  'POST /v1/figure-cases': 'person',
  'GET /v1/lessons': 'person',
  'POST /v1/week': 'person',
  'POST /v1/plan-entry': 'person',
  'POST /v1/sign-week': supervisors,
  /** Chiefs and heads open personal data themselves: who looks into that is the supervisor alone. */
  'GET /v1/books': supervisors,
  'POST /v1/verify-book': supervisors,
  'POST /v1/openings': supervisors,
  'POST /v1/month-compare': overseers,
  'POST /v1/day-checks': overseers,
  'POST /v1/exports': overseers,
  'POST /v1/export-begin': overseers,
  'POST /v1/export-text': overseers,
  'POST /v1/export-cases': exchangers,
  'POST /v1/closes': overseers,
  'POST /v1/close': overseers,
  'POST /v1/sign-close': supervisors,
  'GET /v1/stand-ins': givers,
  'POST /v1/name-stand-in': givers,
  'POST /v1/end-stand-in': givers,
  'POST /v1/affected-by-item': admins,
  'POST /v1/affected-by-calendar': admins,
  'POST /v1/publish-item': admins,
  'POST /v1/publish-calendar': admins,
}

/** anybody: also before somebody has signed in, or the door itself answers why not · seated: whoever sits here, locked or not: what a
 *  page shows goes on behind the lock · working: signed in and not locked · roles: of whoever sits here. */
type Knocks = 'anybody' | 'seated' | 'working' | readonly Role[]

export const mayKnock: Record<DoorName, Knocks> = {
  'terminal.state': 'anybody',
  'terminal.enrol': 'anybody',
  'training.switch': 'anybody',
  'session.signIn': 'anybody',
  'session.lock': 'anybody',
  'session.unlock': 'anybody',
  'session.signOut': 'anybody',
  'session.now': 'anybody',
  'published.get': 'anybody',
  'cache.lastMark': 'anybody',
  'cache.mark': 'anybody',
  'bureau.status': 'anybody',
  'bureau.sendNow': 'anybody',
  'printer.list': 'anybody',
  'printer.choose': 'anybody',
  'paper.jobs': 'anybody',
  'page.problem': 'anybody',
  'carry.end': 'anybody',
  'draft.list': 'anybody',
  'draft.drop': 'anybody',
  'ledger.after': 'seated',
  'bureau.pull': 'anybody',
  'draft.keep': 'seated',
  'draft.take': 'seated',
  'visit.day': 'seated',
  'act.record': 'anybody',
  'note.record': 'anybody',
  'bureau.find': 'seated',
  'bureau.events': 'seated',
  'bureau.counts': 'seated',
  'bureau.stock': 'seated',
  'bureau.caseTasks': 'seated',
  'bureau.figures': 'seated',
  'bureau.figureCases': 'seated',
  'bureau.lessons': 'seated',
  'bureau.week': 'seated',
  'bureau.planEntry': 'seated',
  'visit.give': 'seated',
  'visit.take': 'seated',
  'paper.print': 'seated',
  'paper.pdf': 'seated',
  'slip.print': 'seated',
  'card.read': 'working',
  'carry.begin': 'anybody',
  'carry.put': 'working',
  'file.choose': 'working',
  'file.keep': 'working',
  'file.look': 'working',
  'file.show': 'anybody',
  'file.waiting': 'working',
  'file.open': admins,
  'bureau.signWeek': supervisors,
  'bureau.books': supervisors,
  'bureau.verifyBook': supervisors,
  'bureau.openings': supervisors,
  'bureau.monthCompare': overseers,
  'bureau.dayChecks': overseers,
  'bureau.exports': overseers,
  'export.begin': overseers,
  'export.now': overseers,
  'export.cancel': overseers,
  'bureau.closes': overseers,
  'bureau.close': overseers,
  'bureau.signClose': supervisors,
  'bureau.standIns': givers,
  'bureau.nameStandIn': givers,
  'bureau.endStandIn': givers,
  'bureau.affectedByItem': admins,
  'bureau.affectedByCalendar': admins,
  /** Whoever is no admin reads the bureau's no as the answer. */
  'bureau.publishItem': 'seated',
  'bureau.publishCalendar': 'seated',
}
