/** Every door of the machine with nobody there, behind the lock, and with each role at work; and what the doors that stand open to
 *  everybody say of what somebody did before. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guarded } from '../../electron/guarded.ts'
import type { DeskHandlers } from '../../electron/serve.ts'
import type { ActId, CaseId, Instant } from '../../shared/case/ids.ts'
import { askedForNobody } from '../../shared/contract/door.ts'
import { type DoorName, doors } from '../../shared/contract/doors.ts'
import { mayKnock } from '../../shared/contract/who-may.ts'
import { type Person, type Role, roles } from '../../shared/people/role.ts'
import { openTestDesk, receiving, signIn, type TestDesk } from '../terminal/desk.ts'
import { type Office, openOffice } from '../terminal/office.ts'
import { day } from './letters.ts'

const names = Object.keys(doors) as DoorName[]
const now = `${day}T02:00:00.000Z` as Instant
const somebody = (role: Role): Person =>
  ({
    id: 'a.b',
    name: '某某',
    badge: '1',
    partyMember: false,
    holdings: [{ role, office: 'window', from: day, until: null }],
  }) as never

/** The doors behind which somebody is reached. */
function reached(seat: { current: unknown; person: Person | undefined } | undefined): DoorName[] {
  const all: DoorName[] = []
  const handlers = Object.fromEntries(names.map((name) => [name, () => all.push(name)])) as unknown as DeskHandlers
  const behind = guarded(
    handlers,
    () => seat as never,
    () => now,
  )
  for (const name of names) {
    try {
      void (behind[name] as (input: unknown, caller: null) => unknown)(null, null)
    } catch {}
  }
  return all
}
const asTable = (may: (knocks: (typeof mayKnock)[DoorName]) => boolean) => names.filter((name) => may(mayKnock[name]))

describe('R-ROLE-10: every door', () => {
  test('with nobody there', () => {
    const open = asTable((knocks) => knocks === 'anybody')
    expect([reached(undefined), reached({ current: undefined, person: undefined })]).toEqual([open, open])
  })
  test.each(roles)('behind the lock of a %s, and at work', (role) => {
    const person = somebody(role)
    const seated = asTable((knocks) => knocks === 'anybody' || knocks === 'seated' || knocks.includes(role as never))
    expect(reached({ current: undefined, person })).toEqual(seated)
    const working = asTable((knocks) => typeof knocks === 'string' || knocks.includes(role))
    expect(reached({ current: {}, person })).toEqual(working)
  })
})

describe('R-ROLE-10: the doors that are open to everybody', () => {
  let office: Office
  let desk: TestDesk
  let kase: CaseId
  const secret = '样例秘密'
  beforeAll(async () => {
    office = await openOffice()
    desk = await openTestDesk({ url: office.url, code: await office.code() })
    await signIn(desk)
    const act = receiving(new Date().toISOString() as Instant, [], { data: { remark: secret } as never })
    kase = act.facts[0]!.case
    const answer = await desk.ask['act.record'](act)
    expect(answer.ok).toBe(true)
    const draft = { case: randomUUID() as CaseId, act: randomUUID() as ActId, item: 'GL-BT', title: secret }
    await desk.ask['draft.keep']({ ...draft, content: { name: secret } })
    await desk.ask['bureau.sendNow'](null)
  })
  afterAll(async () => {
    await desk?.close()
    await office?.close()
  })
  /** Asked with letters that name what is here. Those that change who sits here, or start anew, say nothing of cases. */
  const say = async () => {
    const { ask } = desk
    const answers = [
      await ask['draft.list'](null),
      await ask['paper.jobs'](null),
      await ask['bureau.status'](null),
      await ask['terminal.state'](null),
      await ask['session.now'](null),
      await ask['cache.lastMark'](null),
      await ask['file.show']({ case: kase, sha256: 'a'.repeat(64), reason: '核对' }).catch(() => null),
    ]
    return JSON.stringify(answers)
  }
  const news = async () => JSON.stringify(await desk.ask['bureau.pull']({ cursor: null, limit: 100 }))
  const refusedActs = async () => {
    const { ask } = desk
    const record = await ask['act.record'](receiving(new Date().toISOString() as Instant))
    const note = await ask['note.record']({ type: 'opened', case: kase, what: 'details', reason: '核对' })
    const carry = await ask['carry.begin']({ case: kase, reason: '核对' })
    return [record.ok, note.ok, carry.ok]
  }
  test('R-DOORS-22: tell nothing and take nothing behind the lock, and after somebody has left, which is no failure', async () => {
    expect(await say()).toContain(secret)
    await desk.ask['session.lock'](null)
    expect(await say()).not.toContain(secret)
    expect(await refusedActs()).toEqual([false, false, false])
    // Whoever locked comes back, and must read that a file was not kept: it has a number.
    const kept = () => desk.ask['file.keep']({ name: '样例.jpg', content: '' })
    await expect(kept()).rejects.toMatchObject({ problem: 'failed', incident: expect.stringMatching(/./) })
    // Behind the lock the cache goes on, and is sealed; with nobody there it has no key.
    expect(await news()).toContain(secret)
    await desk.ask['session.signOut'](null)
    await expect(news()).rejects.toSatisfy(askedForNobody)
    await expect(kept()).rejects.toSatisfy(askedForNobody)
    expect(await say()).not.toContain(secret)
    expect(await say()).not.toContain(kase)
    expect(await refusedActs()).toEqual([false, false, false])
  })
})
