import { expect, test } from 'vitest'
import type { HallId } from '../../shared/case/ids.ts'
import { tellable } from '../../shared/contract/desk-link.ts'
import { hall } from '../../tests/make/catalogue.ts'
import { withHall } from './looked-at.ts'
import { hallNames } from './use-halls.ts'

const east = 'east' as HallId

test('R-ROLE-13: an address says the hall where its page may be of any, once, and a link tells it', () => {
  expect(withHall('/supervise/close', east)).toBe('/supervise/close?hall=east')
  const figures = withHall('/supervise/figures?period=2026-11-23&by=item&hall=demo', east)
  expect(figures).toBe('/supervise/figures?period=2026-11-23&by=item&hall=east')
  expect(tellable(figures)).toBe(figures)
  for (const own of ['/supervise/in-time?by=person', '/supervise/plans/week', '/today', '/case/x', '/nowhere'])
    expect(withHall(own, east)).toBe(own)
})

test('R-ROLE-13: halls are chosen by name, and by their key where two are called alike', () => {
  expect(hallNames([hall]).map(({ label }) => label)).toEqual([hall.name])
  const twice = hallNames([hall, { ...hall, id: east }]).map(({ label }) => label)
  expect(twice).toEqual([`${hall.name}（${hall.id}）`, `${hall.name}（east）`])
})
