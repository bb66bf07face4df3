/** Days of a hall that nobody planned: acts late, repeated, out of turn, refused and voided, by two terminals that do not know of each
 *  other. The same seed plays the same days. */
import { expect } from 'vitest'
import type { Bureau } from '../../server/bureau.ts'
import { recount } from '../../server/recount.ts'
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { findRow } from '../../shared/case/rows.ts'
import { seatsFor } from '../../shared/case/seats.ts'
import { nextEvent } from '../../shared/case/turn.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import type { Item } from '../../shared/item/item.ts'
import type { Line } from '../../shared/report/lines.ts'
import { type Part, partTable } from '../../shared/report/parts.ts'
import { chance } from '../chaos/random.ts'
import { realItem } from '../make/catalogue.ts'
import { linesOf } from '../make/count.ts'
import { payloadOf } from '../make/payloads.ts'
import { by, clerk, fact, receivedFact, supervisor } from './acts.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

const chief = by('sun.sx', 'chief')
const examiners = ['elderly', 'organisations'].map((section) =>
  by(section === 'elderly' ? 'zhao.sc' : 'qian.sc', 'examiner', `section.${section}`),
)
const everybody = [clerk, chief, supervisor, ...examiners]
export const people = everybody.map(({ person }) => person)

/** Acts out of the blue, and who would do them; whether they may then is for the bureau to say. */
const tried: readonly (readonly [EventType, ReturnType<typeof by>])[] = [
  ['correctionRequested', clerk],
  ['supplemented', clerk],
  ['acceptedIncomplete', clerk],
  ['notAccepted', chief],
  ['withdrawn', clerk],
  ['voided', supervisor],
  ['refused', chief],
  ['correctedOnSpot', clerk],
]
const items = ['GL-BT', 'YL-YD', 'YL-BA', 'LL-JZ', 'ST-BG'].map((code) => realItem(code))

/** A moment of some day: acts arrive in another order than that of their days. */
export const moment = (day: number, minute: number) => new Date(Date.UTC(2026, 10, 16 + day, 1, minute)).toISOString()

/** The act that carries a case on, and who does it. */
function nextOf(kase: Case, item: Item): readonly [EventType, ReturnType<typeof by>] {
  const type = nextEvent(kase, item)
  const row = type === undefined ? undefined : findRow(type, kase.status, kase.kind)
  const seat = row === undefined ? undefined : seatsFor(row, kase, item)[0]
  const who = everybody.find(({ role, office }) => role === seat?.role && (seat.office ?? office) === office)
  return type === undefined || who === undefined ? ['reprinted', clerk] : [type, who]
}

export async function playDays(
  terminals: readonly VirtualTerminal[],
  seed: number,
  rounds: number,
  between: (round: number) => Promise<void> = async () => undefined,
): Promise<void> {
  const dice = chance(seed)
  const cases = new Map<CaseId, { item: Item; kase: Case; last: AnyEvent }>()
  const remember = (event: AnyEvent) => {
    const known = cases.get(event.case)
    const kase = apply(known?.kase, event)
    const code = (event.data as { item?: string }).item
    const item = known?.item ?? items.find((each) => each.code === code)!
    if (kase !== undefined) cases.set(event.case, { item, kase, last: event })
  }
  for (let round = 0; round < rounds; round += 1) {
    const terminal = dice.pick(terminals)
    for (let acts = 2 + dice.below(8); acts > 0; acts -= 1) {
      const when = moment(Math.min(28, round + dice.below(8)), dice.below(400))
      const window = dice.pick([1, 2, 3, null])
      const open = [...cases.values()]
      if (open.length < 4 || dice.happens(0.25)) {
        const asked = {
          item: dice.pick(items).code,
          at: when,
          seed: dice.below(9),
          missing: dice.happens(0.3) ? ['身份证'] : [],
        }
        terminal.act(clerk, [receivedFact(terminal, asked)], when, undefined, window).forEach(remember)
        continue
      }
      const { item, kase, last } = dice.pick(open)
      const [type, who] = dice.happens(0.75) ? nextOf(kase, item) : dice.pick(tried)
      if (type === 'reprinted' && kase.papers.length === 0) continue
      const data = payloadOf[type]({ kase, item, seed: 1, at: when as never, missing: [], set: {} })
      // Half of them do not know what the other terminal has done: the bureau says what stands.
      const seen = dice.happens(0.5) ? last : { ...last, id: kase.last }
      const facts = [fact(type, seen as AnyEvent, data)]
      const events = terminal.act(who, facts, when, undefined, window)
      if (dice.happens(0.7)) events.forEach(remember)
    }
    if (dice.happens(0.7)) await terminal.send()
    if (dice.happens(0.2)) await terminal.send(1, terminal.sent.length)
    await between(round)
  }
  for (const terminal of terminals) await terminal.send()
}

/** What the bureau has kept is what its events give, line by line, and what a recount gives. The seed stands in each failure's words. */
export async function expectRecounted(bureau: Bureau, terminal: VirtualTerminal, seed: number) {
  const of = `seed ${seed}`
  const { entries, verdicts } = await terminal.pullAll()
  const standings = new Set<string>(verdicts.flatMap((each) => each.verdicts.map(({ standing }) => standing)))
  if (entries.some(({ event }) => event?.standing === 'outOfTurn')) standings.add('outOfTurn')

  const lines = pulledLines(entries.flatMap(({ event }) => event ?? []))
  const kept = await bureau.db.selectFrom('report_lines').select(['part', 'day', 'amount', 'window']).execute()
  const text = (line: { part: string; day: string; amount: number; window: number | null }) =>
    `${line.part} ${line.day} ${line.window ?? 0} ${line.amount}`
  expect(kept.map(text).toSorted(), of).toEqual(lines.map(text).toSorted())
  const parts = new Set(kept.map(({ part }) => part))
  // R-REPORT-7: a line carries no act that its part does not name.
  const types = new Map(
    entries.flatMap(({ event }) => (event == null ? [] : [[event.id as string, event.type] as const])),
  )
  const carried = await bureau.db.selectFrom('report_lines').select(['part', 'event']).execute()
  const strange = carried.filter(({ part, event }) => !partTable[part as Part].from.includes(types.get(event) as never))
  expect([...new Set(strange.map(({ part, event }) => `${part} ${types.get(event)}`))], of).toEqual([])
  const told: string[] = []
  expect(await recount(bureau, 'demo', (each) => told.push(JSON.stringify(each))), of).toMatchObject({ differed: 0 })
  expect(told, of).toEqual([])
  return { standings, parts }
}

/** Each case's lines, out of the positions alone. */
function pulledLines(events: readonly AnyEvent[]): Line[] {
  const cases = new Map<CaseId, AnyEvent[]>()
  for (const event of events) cases.set(event.case, [...(cases.get(event.case) ?? []), event])
  return [...cases.values()].flatMap((own) => {
    const code = (own[0]!.data as { item: string }).item
    return linesOf(
      own,
      items.find((item) => item.code === code),
    )
  })
}
