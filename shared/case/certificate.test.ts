import { expect, test } from 'vitest'
import { calendar, hall, paperBook, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { composePapers } from '../paper/compose.ts'
import { replay } from './apply.ts'
import { asNumbered } from './certificate.ts'
import { findRow } from './rows.ts'
import type { EventType } from './workflow.ts'

const withNumber = ['received', 'accepted', 'granted', 'certificateIssued', 'prepared', 'delivered'] as const
const without = withNumber.filter((type) => type !== 'certificateIssued')

test.each(['HY-JH', 'HY-BL'])('R-LAW-47: %s is not handed over without its number, on the spot neither', (code) => {
  const item = realItem(code)
  expect(() => make.life({ item }).act(without)).toThrow('certificateMissing')
  const life = make.life({ item }).act(withNumber)
  expect(life.kase).toMatchObject({ status: 'closed', certificate: { number: item.result.numbered?.example } })
  // One paper all the same, and it names the certificate.
  const acted = life.events.map((event, at) => {
    const before = replay(life.events.slice(0, at))
    const after = replay(life.events.slice(0, at + 1))!
    return { row: findRow(event.type as EventType, before?.status ?? 'new', item.kind)!, event, before, after }
  })
  const papers = composePapers(acted, { item, hall, calendar, book: paperBook, now: life.at })
  expect(papers.map(({ key }) => key)).toEqual(['serviceSlip'])
  expect(JSON.stringify(papers)).toContain(item.result.numbered!.example)
})

test('R-LAW-47: a certificate whose rules name no number is handed over as it is, and so is a refusal', () => {
  expect(make.life({ item: realItem('YL-YD') }).act(without).kase).toMatchObject({
    status: 'closed',
    certificate: null,
  })
  const refused = make
    .life({ item: realItem('HY-JH') })
    .act(['received', 'accepted', 'refused', 'prepared', 'delivered'])
  expect(refused.kase).toMatchObject({ status: 'closed', outcome: 'refused', certificate: null })
})

test.each([
  ['J530102-2026-000001', 'J530102-2026-000001'],
  ['j5301022026000001', 'J530102-2026-000001'],
  [' Ｊ530102－2026—000001 ', 'J530102-2026-000001'],
  [' J530102-2026-1 ', 'J530102-2026-1'],
  ['', ''],
])('R-INTAKE-14: “%s” is written %s', (typed, written) => {
  expect(asNumbered(typed, realItem('HY-JH').result.numbered!)).toBe(written)
})
