import { expect, test } from 'vitest'
import { hall, realItem } from '../../tests/make/catalogue.ts'
import { lifeOf } from '../../tests/make/life.ts'
import { exchangeCase, toldTypes } from './exchange.ts'
import { ExchangeCase } from './exchange-case.ts'

const lives = [
  ...(['received', 'awaitingCorrection', 'underReview', 'closed'] as const).map((status) => ({ status })),
  ...(['granted', 'refused', 'withdrawn', 'notAccepted'] as const).map(
    (outcome) => ({ status: 'closed', outcome }) as const,
  ),
]

test.each(['DB-SQ', 'GL-BT'])('R-EXPORT-7: the form of a case of %s needs only the acts that it names', (code) => {
  let fewer = 0
  for (const asked of lives) {
    const item = realItem(code)
    const { kase, events } = lifeOf({ item, ...asked }).do('printed')
    const said = (of: typeof events) => exchangeCase(kase, of, item, hall, () => '001')
    const told = events.filter(({ type }) => toldTypes.includes(type))
    const whole = said(events)
    expect(ExchangeCase.parse(whole)).toEqual(whole)
    expect(said(told)).toEqual(whole)
    fewer += events.length - told.length
    if (asked.status !== 'closed') continue
    const { 受理, 结果, 送达 } = whole
    expect([受理 !== null, 结果 !== null, 送达 !== null]).toContain(true)
    expect(结果?.办理结果 ?? 受理?.结果).toBeDefined()
    if ('outcome' in asked && asked.outcome === 'refused') expect(结果?.理由).toBeTruthy()
    if ('outcome' in asked && asked.outcome === 'notAccepted') expect(受理?.理由).toBeTruthy()
  }
  expect(fewer).toBeGreaterThan(0)
})
