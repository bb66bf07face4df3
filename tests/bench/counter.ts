/** A busy hall without windows: lives of cases, act by act and with their papers, exactly as terminals write them down. */
import { numberedFacts, proposedEvents } from '../../electron/acts/facts.ts'
import { foldAct } from '../../electron/acts/fold.ts'
import { recordHead, stampOf } from '../../electron/acts/stamp.ts'
import { makeBooks } from '../../electron/published/books.ts'
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { type AnyEvent, eventVersion, type NewFact } from '../../shared/case/event.ts'
import {
  type ActId,
  type CaseId,
  eventId,
  type Instant,
  type PersonId,
  type PrintedNumber,
} from '../../shared/case/ids.ts'
import type { Stamp } from '../../shared/case/stamp.ts'
import { nextEvent } from '../../shared/case/turn.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import type { Session } from '../../shared/contract/views.ts'
import { makeNumber } from '../../shared/number/desk-number.ts'
import type { Role } from '../../shared/people/role.ts'
import { type ActRecord, eventsOf } from '../../shared/record/record.ts'
import { chance } from '../chaos/random.ts'
import { calendar, catalogue, hall, paperBook, realItem } from '../make/catalogue.ts'
import { editions, payloadOf } from '../make/payloads.ts'
import type { VirtualTerminal } from '../server/virtual-terminal.ts'

/** The demo bureau's people who carry the cases, each in their own seat. */
const seats: readonly [person: string, name: string, role: Role, office: string][] = [
  ['wang.ck', '王示例', 'clerk', 'window'],
  ['zhao.sc', '赵示例', 'examiner', 'section.elderly'],
  ['qian.sc', '钱示例', 'examiner', 'section.organisations'],
  ['sun.sx', '孙示例', 'chief', 'window'],
  ['zhou.jld', '周示例', 'head', 'leader'],
]
export const people = seats.map(([person]) => person)

const books = makeBooks({ current: editions, catalogues: [catalogue], calendar, papers: [paperBook], hall, people: [] })
const actors = seats.map(([person, , role, office]) => ({ person: person as PersonId, role, office: office as never }))
const nameOf = new Map(seats.map(([person, name]) => [person, name]))

/** What somebody brings when nothing lacks; made once a seed, for it is slow to make. */
const forms = new Map<string, NewFact['data']>()
const SEEDS = 200

export class Counter {
  readonly #terminal: VirtualTerminal
  readonly #dice: ReturnType<typeof chance>
  readonly #running: Case[] = []
  #serial = 0
  #moment = Date.now() - 3_600_000

  constructor(terminal: VirtualTerminal, seed: number) {
    this.#terminal = terminal
    this.#dice = chance(seed)
  }

  /** The next act of the hall: somebody new, or a running case carried on. It travels with the terminal's next batch. */
  act(): void {
    const kase = this.#running.length > 50 && this.#dice.happens(0.6) ? this.#take() : undefined
    const next = kase === undefined ? undefined : nextEvent(kase, realItem(kase.item))
    if (next !== undefined) this.#record(kase, [next])
    else if (this.#dice.happens(0.3))
      this.#record(undefined, ['received', 'accepted', 'granted', 'prepared', 'delivered'], 'YL-YD')
    else this.#record(undefined, ['received', 'accepted'], 'GL-BT')
  }

  #take(): Case {
    return this.#running.splice(this.#dice.below(this.#running.length), 1)[0]!
  }

  #record(before: Case | undefined, types: readonly EventType[], code = before?.item ?? ''): void {
    this.#moment += 1000
    const at = new Date(this.#moment).toISOString() as Instant
    const act = this.#dice.uuid() as ActId
    const seq = this.#terminal.sent.length + 1
    const place = { terminal: this.#terminal.no as never, hall: hall.id }
    const clock = { offsetMs: 0, ageMs: 0, confirmed: false }
    const head = (person: PersonId, role: Role, office: string) => {
      const session = { person: { id: person, name: nameOf.get(person) ?? '' }, window: 2 } as unknown as Session
      return recordHead(place, session, { role, office: office as never }, { seq, at, clock })
    }
    const stamp = stampOf(act, head(actors[0]!.person, 'clerk', 'window'))
    const proposed = this.#proposed(before, types, code, stamp)
    const kases = new Map<CaseId, Case>(before === undefined ? [] : [[before.id, before]])
    const folded = foldAct(proposed, kases, actors, books)
    if (!folded.ok) throw new Error(`${types.join(' ')}: ${JSON.stringify(folded.refusal)}`)
    const { actor, steps } = folded
    const facts = numberedFacts(act, steps, actor, books, () => {
      this.#serial += 1
      return makeNumber(this.#terminal.no, this.#serial) as string as PrintedNumber
    })
    const record = { ...head(actor.person, actor.role, actor.office), kind: 'act', act, facts } as ActRecord
    this.#terminal.append(record)
    const after = eventsOf(record).reduce<Case | undefined>((kase, event) => apply(kase, event), before)
    if (after !== undefined && after.status !== 'closed') this.#running.push(after)
  }

  /** The events of the act, each as the case stands after the one before. */
  #proposed(before: Case | undefined, types: readonly EventType[], code: string, stamp: Stamp): AnyEvent[] {
    const item = realItem(code)
    const id = before?.id ?? (this.#dice.uuid() as CaseId)
    const seed = 1 + this.#dice.below(SEEDS)
    const set = item.agent === null ? {} : { isAgent: false }
    let kase = before
    return types.map((type, index) => {
      const asked = { kase, item, seed, at: stamp.at, missing: [], set }
      const data = type === 'received' ? receivedBy(code, seed, asked) : payloadOf[type](asked)
      const after = index === 0 ? (before?.last ?? null) : eventId(stamp.act, index - 1)
      const [made] = proposedEvents([{ type, v: eventVersion, case: id, after, data } as NewFact], stamp)
      const event = { ...made!, id: eventId(stamp.act, index) }
      kase = apply(kase, event)
      return event
    })
  }
}

function receivedBy(code: string, seed: number, asked: Parameters<typeof payloadOf.received>[0]): NewFact['data'] {
  const key = `${code} ${seed}`
  let data = forms.get(key)
  if (data === undefined) {
    const { number: _, ...rest } = payloadOf.received(asked)
    data = rest
    forms.set(key, rest)
  }
  return data
}
