import { expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import type { HallId, Instant, PersonId } from '../../shared/case/ids.ts'
import type { Role } from '../../shared/people/role.ts'
import { makeGrantedHalls } from '../bureau/granted-halls.ts'
import type { Puller } from '../bureau/pull.ts'
import { NobodyThere } from '../nobody-there.ts'
import { bureauHandlers } from './bureau-handlers.ts'

const day = '2026-11-23' as Day
const demo = { day, hall: 'demo' as HallId }

/** A desk of the hall `east`, whose bureau says which halls are granted, and what it was asked. */
function deskOf(role: Role, granted: string[]) {
  const asked: string[] = []
  const hear = (async (route: string) => {
    asked.push(route)
    return route === 'GET /v1/halls' ? granted.map((id) => ({ id })) : { day }
  }) as unknown as Puller['hear']
  const holdings = [{ role, office: 'window', from: '2020-01-01', until: null }]
  const session: { person: { id: PersonId; holdings: typeof holdings } | undefined } = {
    person: { id: 'wu.dc' as PersonId, holdings },
  }
  const halls = makeGrantedHalls({ own: 'east' as HallId, hear, person: () => session.person?.id })
  const desk = { session, halls, identity: { hall: 'east' }, bureau: { hear } }
  const handlers = bureauHandlers(
    { desk: () => desk as never, deskIfAny: () => undefined },
    () => `${day}T01:00:00.000Z` as Instant,
  )
  return { asked, granted, session, read: async (letter: object) => handlers['bureau.close'](letter as never, null) }
}

test('R-ROLE-11: of a hall that was not granted the bureau is asked for nothing but which ones are', async () => {
  const { read, asked, granted } = deskOf('supervisor', ['east'])
  expect(await read(demo)).toEqual({ ok: false, why: 'forbidden' })
  expect(asked).toEqual(['GET /v1/halls'])
  granted.push('demo')
  for (let times = 0; times < 2; times += 1) expect(await read(demo)).toEqual({ day })
  expect(asked).toEqual(['GET /v1/halls', 'GET /v1/halls', 'POST /v1/close', 'POST /v1/close'])
})

test('R-ROLE-11: what one was granted is not the next one’s, and a letter of this hall asks for no list', async () => {
  const { read, asked, granted, session } = deskOf('head', ['demo', 'east'])
  await read({ day })
  await read({ day, hall: 'east' })
  expect(asked).toEqual(['POST /v1/close', 'POST /v1/close'])
  await read(demo)
  granted.splice(0)
  session.person!.id = 'zhou.jld' as PersonId
  expect(await read(demo)).toEqual({ ok: false, why: 'forbidden' })
})

test('R-ROLE-11: whoever does not oversee asks of no other hall', async () => {
  const { read, asked } = deskOf('clerk', ['demo', 'east'])
  await expect(read(demo)).rejects.toThrow('another hall')
  expect(asked).toEqual([])
})

test('R-DOORS-22: who sat down or left while the list of halls was asked for is answered nothing, and no failure', async () => {
  for (const next of ['zhou.jld' as PersonId, undefined]) {
    const { read, asked, session } = deskOf('head', ['demo', 'east'])
    const answer = read(demo)
    session.person = next === undefined ? undefined : { ...session.person!, id: next }
    await expect(answer).rejects.toBeInstanceOf(NobodyThere)
    expect(asked).toEqual(['GET /v1/halls'])
  }
})
