/** A page without a screen: it knows what the ledger and the bureau tell it, proposes acts, and sends one again whose answer never came. */
import { randomUUID } from 'node:crypto'
import { pictureOf } from '../../renderer/store/picture.ts'
import type { Case } from '../../shared/case/case.ts'
import { eventVersion } from '../../shared/case/event.ts'
import { type ActId, type CaseId, eventId, type Instant } from '../../shared/case/ids.ts'
import { nextEvent } from '../../shared/case/turn.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import type { BureauStatus, Recorded, RecordRefusal } from '../../shared/contract/views.ts'
import { realItem } from '../make/catalogue.ts'
import { payloadOf } from '../make/payloads.ts'
import { ChaosCache, PageDied } from './cache.ts'
import type { Machine } from './machine.ts'
import type { Chance } from './random.ts'

type Act = { act: ActId; facts: unknown[]; kases: Case[]; dateConfirmed: true; draft: null }
type Result = { ok: true; value: Recorded } | { ok: false; refusal: RecordRefusal }

export class VirtualPage {
  /** In the order the answers came. */
  readonly acknowledged: ActId[] = []
  pending: Act | undefined
  readonly cache: ChaosCache
  #seed: number

  constructor(
    readonly machine: Machine,
    readonly person: string,
    seed: number,
  ) {
    this.#seed = seed
    this.cache = new ChaosCache({
      'ledger.after': (input) => machine.ask('ledger.after', input),
      'bureau.pull': (input) => machine.ask('bureau.pull', input),
      'bureau.events': (input) => machine.ask('bureau.events', input),
      'cache.mark': (input) => machine.ask('cache.mark', input),
    })
  }

  async signIn(): Promise<void> {
    const answer = await this.machine.ask<{ ok: boolean; refusal?: unknown }>('session.signIn', {
      person: this.person,
      password: 'Demo-2026',
      window: 2,
    })
    if (!answer.ok) throw new Error(`${this.person} may not sign in: ${JSON.stringify(answer.refusal)}`)
  }

  /** Reads on in ledger and bureau; without a network only in the ledger. A page that is killed in a write begins again from what it had written. */
  async follow(): Promise<void> {
    await this.cache.follow().catch((error: unknown) => {
      if (!(error instanceof PageDied)) throw error
      return this.cache.follow()
    })
  }

  /** The cases as this page shows them. */
  cases(): Case[] {
    return this.cache.cases().flatMap((held) => pictureOf(held) ?? [])
  }

  /** What this clerk does next, as chance has it. */
  propose(dice: Chance): Act {
    const open = this.cases().filter((kase) => kase.status !== 'closed' && !kase.unknown)
    const kase = open.length > 0 && dice.happens(0.6) ? dice.pick(open) : undefined
    const made = kase === undefined ? this.#receive(dice) : (this.#carryOn(kase, dice) ?? this.#receive(dice))
    this.pending = { ...made, dateConfirmed: true, draft: null }
    return this.pending
  }

  #receive(dice: Chance) {
    this.#seed += 1
    const item = realItem(dice.pick(['GL-BT', 'YL-YD']))
    const act = randomUUID() as ActId
    const id = randomUUID() as CaseId
    const missing = dice.happens(0.2) ? item.materials.slice(0, 1).map((material) => material.key) : []
    const { number: _, ...data } = payloadOf.received({
      kase: undefined,
      item,
      seed: this.#seed,
      at: now(),
      missing,
      set: item.agent === null ? {} : { isAgent: false },
    })
    const facts: unknown[] = [{ type: 'received', v: eventVersion, case: id, after: null, data }]
    if (missing.length === 0 && dice.happens(0.5))
      facts.push({
        type: 'accepted',
        v: eventVersion,
        case: id,
        after: eventId(act, 0),
        data: { editions: null, remark: null },
      })
    return { act, facts, kases: [] }
  }

  #carryOn(kase: Case, dice: Chance) {
    const item = realItem(kase.item)
    const next = nextEvent(kase, item)
    const type: EventType | undefined = dice.happens(0.2) ? dice.pick(['withdrawn', 'numberLinked'] as const) : next
    if (type === undefined || type === 'received' || type === 'printed') return undefined
    const data = payloadOf[type]({ kase, item, seed: this.#seed, at: now(), missing: [], set: {} })
    const act = randomUUID() as ActId
    return { act, facts: [{ type, v: eventVersion, case: kase.id, after: kase.last, data }], kases: [kase] }
  }

  /** Sends the pending act, the same id each time. Acknowledged only when its answer says the ledger has it. */
  async send(): Promise<'recorded' | 'refused'> {
    const { pending } = this
    if (pending === undefined) return 'refused'
    const answer = await this.machine.ask<Result>('act.record', pending)
    this.pending = undefined
    if (!answer.ok) {
      if (answer.refusal.why !== 'law') throw new Error(`not recorded: ${JSON.stringify(answer.refusal)}`)
      return 'refused'
    }
    if (!this.acknowledged.includes(pending.act)) this.acknowledged.push(pending.act)
    return 'recorded'
  }

  status(): Promise<BureauStatus> {
    return this.machine.ask('bureau.status')
  }
}

function now(): Instant {
  return new Date().toISOString() as Instant
}
