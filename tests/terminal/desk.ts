/** A terminal in this process, spoken to through its doors: letters go as text, and every answer keeps the contract. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { byText, serve } from '../../electron/serve.ts'
import { openTerminal, type Terminal, type TerminalOptions } from '../../electron/terminal.ts'
import { replay } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { type AnyEvent, eventVersion, type NewFact, type Payloads } from '../../shared/case/event.ts'
import { type ActId, type CaseId, eventId, type Instant, type PersonId, type WindowNo } from '../../shared/case/ids.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import { type Answer, type Client, makeClient } from '../../shared/contract/door.ts'
import type { Doors, Notice } from '../../shared/contract/doors.ts'
import type { Session } from '../../shared/contract/views.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'
import { realItem } from '../make/catalogue.ts'
import { payloadOf } from '../make/payloads.ts'
import { password } from './office.ts'

export type TestDesk = {
  ask: Client<Doors>
  terminal: Terminal
  /** Its number; 0 before enrolment. */
  terminalNo: number
  folder: string
  notices: Notice[]
  /** Time as this terminal sees it: set by `clock.skip` (the clock and what has passed) or `clock.jump` (the clock alone). */
  clock: TestClock
  /** Settles when it holds; looked at again after every notice. Fails the test after ten seconds. */
  until(what: string, holds: () => Promise<boolean>): Promise<void>
  /** Ends it as a person would, and opens it again on its folder. */
  reopen(options?: Partial<TerminalOptions>): Promise<TestDesk>
  close(): Promise<void>
}

export type TestClock = { now(): Instant; monotonic(): number; skip(ms: number): void; jump(ms: number): void }

export const HOUR = 3_600_000

function testClock(): TestClock {
  let skipped = 0
  let jumped = 0
  return {
    now: () => new Date(Date.now() + skipped + jumped).toISOString() as Instant,
    monotonic: () => performance.now() + skipped,
    skip: (ms) => {
      skipped += ms
    },
    jump: (ms) => {
      jumped += ms
    },
  }
}

/** Opens a terminal on a new folder; `url` and `code` enrol it. */
export async function openTestDesk(
  enrolment: { url: string; code: string } | null,
  options: Partial<TerminalOptions> = {},
): Promise<TestDesk> {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-'))
  const desk = await openOn(folder, testClock(), options)
  if (enrolment !== null) {
    const answer = await desk.ask['terminal.enrol']({ bureau: enrolment.url, code: enrolment.code })
    if (!answer.ok) throw new Error(`not enrolled: ${answer.refusal.why}`)
    desk.terminalNo = answer.value.terminal ?? 0
  }
  return desk
}

async function openOn(folder: string, clock: TestClock, options: Partial<TerminalOptions>): Promise<TestDesk> {
  const notices: Notice[] = []
  const waiting = new Set<() => void>()
  const terminal = await openTerminal({
    dataDir: path.join(folder, 'data'),
    outsideDir: path.join(folder, 'outside'),
    now: clock.now,
    monotonic: clock.monotonic,
    random: () => 0.5,
    uploadEverySeconds: 600,
    minimumFreeBytes: 0,
    notify: (notice) => {
      notices.push(notice)
      for (const look of waiting) look()
    },
    ...options,
  })
  const answer = byText(serve(terminal.handlers, { report: terminal.log.incident, checkAnswers: true }))
  const ask = makeClient<Doors>(
    async (name, input) => JSON.parse(await answer('desk', name, JSON.stringify(input))) as Answer,
  )
  return {
    ask,
    terminal,
    terminalNo: (await ask['terminal.state'](null)).terminal ?? 0,
    folder,
    notices,
    clock,
    until: async (what, holds) => {
      const end = performance.now() + 10_000
      while (!(await holds())) {
        if (performance.now() > end) throw new Error(`never came: ${what}`)
        await new Promise<void>((resolve) => {
          const look = () => {
            waiting.delete(look)
            clearTimeout(timer)
            resolve()
          }
          const timer = setTimeout(look, 200)
          waiting.add(look)
        })
      }
    },
    reopen: async (again = {}) => {
      await terminal.close()
      return openOn(folder, clock, { ...options, ...again })
    },
    close: async () => {
      await terminal.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Signs somebody in; throws when it is refused. */
export async function signIn({ ask }: TestDesk, person = 'wang.ck', window: number | null = 2): Promise<Session> {
  const asked = { person: person as PersonId, password, window: window as WindowNo | null }
  const answer = await ask['session.signIn'](asked)
  if (!answer.ok) throw new Error(`${person}: ${answer.refusal.why}`)
  return answer.value
}

export type Act = { act: ActId; facts: NewFact[]; kases: Case[]; dateConfirmed: boolean; draft: CaseId | null }

let seed = 0

/** One act that opens a case and goes on with it; each step fits the case as the one before left it. */
export function receiving(
  at: Instant,
  then: readonly Exclude<EventType, 'received' | 'printed'>[] = [],
  options: {
    item?: string | Item
    missing?: readonly string[]
    /** Fixes some of the form's values. */
    set?: FormValues
    data?: Partial<Payloads['received']>
  } = {},
): Act {
  seed += 1
  const item = typeof options.item === 'object' ? options.item : realItem(options.item ?? 'GL-BT')
  const set = { ...(item.agent === null ? {} : { isAgent: false }), ...options.set }
  const before = { kase: undefined, item, seed, at, missing: options.missing ?? [], set }
  const { number: _, ...data } = { ...payloadOf.received(before), ...options.data }
  const act = randomUUID() as ActId
  const id = randomUUID() as CaseId
  const facts = [{ type: 'received', v: eventVersion, case: id, after: null, data }] as NewFact[]
  for (const type of then) facts.push(factOf(type, { case: id, after: eventId(act, facts.length - 1) }, item, at))
  return { act, facts, kases: [], dateConfirmed: false, draft: null }
}

/** One act on a case as these events have made it. */
export function acting(
  at: Instant,
  events: readonly AnyEvent[],
  type: Exclude<EventType, 'received' | 'printed'>,
  data?: Partial<Payloads[EventType]>,
  item?: Item,
): Act {
  const kase = replay(events)
  if (kase === undefined) throw new Error('no such case')
  const fact = factOf(type, { case: kase.id, after: kase.last }, item ?? realItem(kase.item), at, kase, data)
  return { act: randomUUID() as ActId, facts: [fact], kases: [kase], dateConfirmed: false, draft: null }
}

function factOf(
  type: Exclude<EventType, 'received' | 'printed'>,
  place: { case: CaseId; after: AnyEvent['id'] },
  item: Item,
  at: Instant,
  kase?: Case,
  data?: object,
): NewFact {
  const made = payloadOf[type]({ kase, item, seed, at, missing: [], set: {} })
  return { type, v: eventVersion, ...place, data: { ...made, ...data } } as NewFact
}
