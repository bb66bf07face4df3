/** The doors to the bureau, and to what all windows of the hall share. */
import { dayOf } from '../../shared/calendar/day.ts'
import type { HallId, Instant } from '../../shared/case/ids.ts'
import type { Only } from '../../shared/contract/figures.ts'
import type { NotHeard } from '../../shared/contract/views.ts'
import { holdingsOn, overseers } from '../../shared/people/role.ts'
import { readableFigures } from '../../shared/people/whose-figures.ts'
import { NobodyThere } from '../nobody-there.ts'
import { onceMore } from '../once-more.ts'
import type { DeskHandlers } from '../serve.ts'
import { actOnAudit, drawAudit, signClose, signWeek } from '../supervising.ts'
import type { WithDesk } from './with-desk.ts'

type Behind = Extract<keyof DeskHandlers, `bureau.${string}` | `visit.${string}`>

export function bureauHandlers({ desk }: WithDesk, now: () => Instant): Pick<DeskHandlers, Behind> {
  const whoSits = () => {
    // What a page shows goes on behind the lock.
    const { person } = desk().session
    if (person === undefined) throw new NobodyThere()
    return { person: person.id, roles: holdingsOn(person, dayOf(now())).map(({ role }) => role) }
  }
  const ownOnly = (only: Only): Only => {
    const readable = readableFigures(whoSits(), only)
    if (readable === undefined) throw new Error('figures of others are for who oversees the windows')
    return readable
  }
  /** Asks, where the hall that a letter names was granted to whoever sits here. */
  const atHall = async <T>({ hall }: { hall?: HallId | undefined }, ask: () => Promise<T>): Promise<T | NotHeard> => {
    if (
      hall !== undefined &&
      hall !== desk().identity.hall &&
      !whoSits().roles.some((role) => overseers.includes(role))
    )
      throw new Error('another hall is told to who oversees alone')
    const { person } = whoSits()
    const found = await desk().halls.find(hall)
    // Asked for one, it is not answered to the next.
    if (whoSits().person !== person) throw new NobodyThere()
    return found !== null && 'why' in found ? found : ask()
  }
  return {
    'bureau.status': () => desk().bureau.status(),
    'bureau.sendNow': async () => {
      await desk().bureau.now()
      return desk().bureau.status()
    },
    'bureau.pull': ({ cursor, limit }) => desk().bureau.pull(cursor, limit),
    'bureau.find': (asked) => desk().bureau.ask('POST /v1/find', asked),
    'bureau.events': (asked) => desk().bureau.ask('POST /v1/case-events', asked),
    'bureau.counts': (asked) => desk().bureau.hear('POST /v1/counts', asked),
    'bureau.stock': (asked) => desk().bureau.hear('POST /v1/stock', asked),
    'bureau.halls': () => desk().halls.ask(),
    'bureau.figures': (asked) => {
      const only = ownOnly(asked.only)
      return atHall(asked, () => desk().bureau.hear('POST /v1/figures', { ...asked, only }))
    },
    'bureau.figureCases': (asked) => {
      const only = ownOnly(asked.only)
      return atHall(asked, () => desk().bureau.hear('POST /v1/figure-cases', { ...asked, only }))
    },
    'bureau.caseTasks': (asked) => desk().bureau.ask('POST /v1/case-tasks', asked),
    'bureau.dayChecks': (asked) => desk().bureau.hear('POST /v1/day-checks', asked),
    'bureau.exports': (asked) => atHall(asked, () => desk().bureau.hear('POST /v1/exports', asked)),
    'bureau.closes': (asked) => atHall(asked, () => desk().bureau.hear('POST /v1/closes', asked)),
    'bureau.close': (asked) => atHall(asked, () => desk().bureau.hear('POST /v1/close', asked)),
    'bureau.signClose': (asked) => signClose(desk(), asked),
    'bureau.ownRatings': () => desk().bureau.hear('GET /v1/own-ratings', null),
    'bureau.audits': (asked) => desk().bureau.hear('POST /v1/audits', asked),
    'bureau.audit': (asked) => desk().bureau.hear('POST /v1/audit', asked),
    'bureau.auditCase': (asked) => desk().bureau.hear('POST /v1/audit-case', asked),
    'bureau.auditDraw': (asked) => drawAudit(desk(), asked),
    'bureau.auditAct': (asked) => actOnAudit(desk(), asked),
    'bureau.affectedByItem': (asked) => desk().bureau.ask('POST /v1/affected-by-item', asked),
    'bureau.affectedByCalendar': (asked) => desk().bureau.ask('POST /v1/affected-by-calendar', asked),
    'bureau.publishItem': (asked) => desk().bureau.publish('POST /v1/publish-item', asked),
    'bureau.publishCalendar': (asked) => desk().bureau.publish('POST /v1/publish-calendar', asked),
    'bureau.books': () => desk().bureau.hear('GET /v1/books', null),
    'bureau.verifyBook': (asked) => desk().bureau.hear('POST /v1/verify-book', asked),
    'bureau.openings': (asked) => desk().bureau.hear('POST /v1/openings', asked),
    'bureau.standIns': () => desk().bureau.hear('GET /v1/stand-ins', null),
    'bureau.nameStandIn': (asked) => desk().bureau.tell('POST /v1/name-stand-in', asked),
    'bureau.endStandIn': (asked) => desk().bureau.tell('POST /v1/end-stand-in', asked),
    'bureau.week': (asked) => desk().bureau.hear('POST /v1/week', asked),
    'bureau.lessons': () => desk().bureau.ask('GET /v1/lessons', null),
    'bureau.monthCompare': (asked) => atHall(asked, () => desk().bureau.hear('POST /v1/month-compare', asked)),
    'bureau.monthCases': (asked) => atHall(asked, () => desk().bureau.hear('POST /v1/month-cases', asked)),
    // A word has its id: said twice it is one.
    'bureau.planEntry': (asked) => onceMore(desk().bureau, () => desk().bureau.tell('POST /v1/plan-entry', asked)),
    'bureau.signWeek': (asked) => signWeek(desk(), asked),
    'visit.give': (asked) => desk().bureau.tell('POST /v1/give-number', asked),
    'visit.take': (asked) => desk().bureau.tell('POST /v1/take-number', asked),
    'visit.day': ({ day, ask }) => {
      const { session, visits } = desk()
      if (session.person === undefined) throw new NobodyThere()
      return visits.day(day, ask)
    },
  }
}
