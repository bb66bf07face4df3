import { expect, test } from 'vitest'
import type { SignClose } from '../shared/contract/closes.ts'
import { type SignWeek, WeekSigned } from '../shared/contract/plans.ts'
import { actOnAudit, drawAudit, signClose, signWeek } from './supervising.ts'

/** A desk whose bureau answers so, one after another. */
function deskHearing(answers: unknown[], role = 'supervisor') {
  const [routes, told, notes]: [string[], unknown[], unknown[]] = [[], [], []]
  const desk = {
    session: { person: { id: 'wu.dc' }, current: { capacities: [{ role }] } },
    bureau: {
      status: () => ({ state: 'connected', unsent: 0 }),
      now: async () => void routes.push('now'),
      tell: async (route: string, input: unknown) => {
        routes.push(route)
        told.push(input)
        return answers.shift()
      },
    },
    recorder: { note: (note: unknown) => notes.push(note) },
  }
  return { desk: desk as never, routes, told, notes }
}

const lost = { ok: false, why: 'unreachable' }
const kept = [{ no: 3, sealed: '样例' }]
const aClose = { day: '2026-11-24', no: 0, proof: 'p', password: 'x', remark: null, early: false } as SignClose
const closed = {
  ok: true,
  close: { day: '2026-11-24', no: 0, position: 7, number: '100000000001' },
  sealed: 'sealed',
}
const aWeek = { from: '2026-11-23', digest: 'd', password: 'x', reason: null } as SignWeek

test('R-AUDIT-18: a step whose answer was lost is asked for once more, and this ledger keeps it', async () => {
  const { routes, notes, desk } = deskHearing([lost, { ok: true, kept }])
  expect(await actOnAudit(desk, { audit: 'a' } as never)).toMatchObject({ ok: true })
  expect(routes).toEqual(['POST /v1/audit-act', 'now', 'POST /v1/audit-act'])
  expect(notes).toEqual([{ type: 'audited', audit: 'a', ...kept[0] }])
})

test('R-AUDIT-18: lost twice, or refused, it is said, and nothing is noted', async () => {
  for (const answers of [[lost, lost], [{ ok: false, why: 'wrong' }]]) {
    const { notes, desk } = deskHearing([...answers])
    expect(await drawAudit(desk, {} as never)).toEqual(answers.at(-1))
    expect(notes).toEqual([])
  }
})

test('R-AUDIT-10: nobody but a supervisor asks', async () => {
  const { routes, desk } = deskHearing([], 'clerk')
  const forbidden = { ok: false, why: 'forbidden' }
  expect(await drawAudit(desk, {} as never)).toEqual(forbidden)
  expect(await signClose(desk, aClose)).toEqual(forbidden)
  expect(await signWeek(desk, aWeek)).toEqual(forbidden)
  expect(routes).toEqual([])
})

test('R-CLOSE-11: an answer that is lost on the way is asked for once more, and the ledger keeps the close once', async () => {
  const { desk, told, notes } = deskHearing([lost, closed])
  expect(await signClose(desk, aClose)).toEqual(closed)
  expect(told).toEqual([aClose, { ...aClose, again: true }])
  expect(notes).toEqual([
    { type: 'dayClosed', day: '2026-11-24', no: 0, position: 7, number: '100000000001', sealed: 'sealed' },
  ])
})

test('R-CLOSE-11: whoever is out of reach twice hears so, and what is refused is not asked again', async () => {
  const twice = deskHearing([lost, lost])
  expect(await signClose(twice.desk, aClose)).toEqual(lost)
  const refused = deskHearing([{ ok: false, why: 'wrong', tryAgainAt: null }])
  expect(await signClose(refused.desk, aClose)).toMatchObject({ why: 'wrong' })
  expect([twice.notes, refused.told, refused.notes]).toEqual([[], [aClose], []])
})

test('R-PLAN-17: a signature under a week whose answer was lost is asked for once more, and this ledger keeps it', async () => {
  const { desk, told, notes } = deskHearing([lost, { ok: true, revision: 2, sealed: 'sealed' }])
  expect(await signWeek(desk, aWeek)).toMatchObject({ ok: true, revision: 2 })
  expect(told).toEqual([aWeek, { ...aWeek, again: true }])
  expect(notes).toEqual([{ type: 'weekSigned', from: '2026-11-23', revision: 2, sealed: 'sealed' }])
})

test('R-PLAN-17: a bureau from before it gave its own words signs a week all the same, and there is nothing to keep', async () => {
  const signed = WeekSigned.parse({ ok: true, revision: 1 })
  const { desk, notes } = deskHearing([signed])
  expect(await signWeek(desk, aWeek)).toEqual(signed)
  expect(notes).toEqual([])
})
