/** Brings the made-up cases into a bureau the way everything comes there: from an enrolled terminal, signed, numbered and chained. */
import { makeBooks } from '../../electron/published/books.ts'
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId, Instant, PersonId, PrintedNumber, TerminalNo } from '../../shared/case/ids.ts'
import type { By } from '../../shared/case/stamp.ts'
import { Published } from '../../shared/contract/views.ts'
import type { Item } from '../../shared/item/item.ts'
import { makeNumber } from '../../shared/number/desk-number.ts'
import { VirtualTerminal } from '../../tests/server/virtual-terminal.ts'
import type { Demo } from '../embedded-bureau.ts'
import { type PlannedAct, planCases } from './plan.ts'
import { factsOf } from './write-act.ts'

const BATCH = 200
/** The items shown, the first most often. */
const shown = ['GL-BT', 'YL-YD', 'ST-BG']

/** Fills a bureau of made-up people with cases up to now; `code` enrols the terminal that they come from. Gives how many. */
export async function fillWithCases(
  url: string,
  demo: Demo,
  code: string,
  plan: (items: readonly Item[], now: Instant) => readonly PlannedAct[] = planCases,
): Promise<number> {
  const terminal = await VirtualTerminal.enrol(url, code)
  for (const { person, password, role } of demo.accounts) {
    const answer = await terminal.signIn(person, password, windowOf(person, role))
    if (!answer.ok) throw new Error(`${person} could not sign in: ${answer.why}`)
  }
  const published = Published.parse((await terminal.ask('GET', '/v1/published')).body)
  const books = makeBooks(published)
  const items = shown.flatMap((key) => published.catalogues.at(-1)?.items.find((item) => item.code === key) ?? [])
  const now = new Date().toISOString() as Instant

  const kases = new Map<CaseId, Case>()
  let serial = 0
  const take = () => makeNumber(terminal.no, ++serial) as unknown as PrintedNumber
  for (const { act, at, events } of plan(items, now)) {
    const [first] = events
    if (first === undefined) continue
    const by = personFor(first.stamp.by, first.case, demo)
    const stamp = { ...first.stamp, by, terminal: terminal.no as TerminalNo, hall: published.hall.id }
    const numbered = factsOf(act, events, { stamp, actor: by, kases }, books, take)
    for (const event of terminal.act(by, numbered, at, act, windowOf(by.person, by.role))) {
      const after = apply(kases.get(event.case), event)
      if (after !== undefined) kases.set(event.case, after)
    }
  }
  for (let from = 1; from <= terminal.sent.length; from += BATCH)
    await terminal.send(from, Math.min(terminal.sent.length, from + BATCH - 1))
  return kases.size
}

/** Somebody of the demo in this capacity; the clerks share the cases between them. */
function personFor({ role, office }: By, kase: CaseId, demo: Demo): By {
  const able = demo.accounts.filter((each) => each.role === role && each.office === office)
  const chosen = able[kase.charCodeAt(0) % Math.max(1, able.length)]
  if (chosen === undefined) throw new Error(`the demo has no ${role} at ${office}`)
  return { person: chosen.person as PersonId, name: chosen.name, role, office }
}

/** Clerks sit at windows of their own. */
function windowOf(person: string, role: string): number | null {
  if (role !== 'clerk') return null
  return 1 + (person.charCodeAt(0) % 6)
}
