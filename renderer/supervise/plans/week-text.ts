/** What a line of a plan says, alike on the page and on paper. */
import type { Day } from '../../../shared/calendar/day.ts'
import type { Role } from '../../../shared/people/role.ts'
import type { ResultLine } from '../../../shared/report/week-result.ts'
import type { PublishedBooks } from '../../session/session.tsx'
import { listDay } from '../../words/dates.ts'
import { doneWords, planWords, reasonWords } from '../../words/plans.ts'
import { seatText } from '../../words/roles.ts'

/** Done, when and how; or why not. */
export function stateText({ state, duty, said }: ResultLine, today: Day, books: PublishedBooks): string {
  if (state.state === 'done')
    return planWords.done(listDay(state.on, today), doneWords(duty, state.outcome), state.late)
  const { reason } = state
  if (reason.why === 'unknown' && said !== null) return `${planWords.open}，${said}`
  const why = reasonWords(reason, {
    day: (day) => listDay(day as Day, today),
    seat: (role, office) => seatName(role as Role, office, books),
  })
  return `${planWords.open}，${why}${said === null ? '' : `；${said}`}`
}

/** An office that does not sign in here is told by its name alone. */
function seatName(role: Role, office: string | null, books: PublishedBooks): string {
  const known = books.hall.offices.find(({ key }) => key === office)
  if (known !== undefined && !known.signsIn) return known.name
  return seatText(role, office === null ? null : books.officeName(office))
}
