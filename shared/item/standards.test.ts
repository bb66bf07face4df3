import { describe, expect, test } from 'vitest'
import { realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { eligibilityOf } from './eligibility.ts'
import type { FormValues } from './field.ts'

/** How one rule of a real item stands, with the amounts of a made-up place. */
function stateOf(code: string, rule: string, values: FormValues, settings: Record<string, string> = {}) {
  return eligibilityOf(realItem(code), values, {}, make.testDay, make.testDay, settings).find(({ key }) => key === rule)
    ?.state
}

describe('R-ITEM-5: the worked examples come out right with the real items’ own conditions', () => {
  const standard = { 'DB.standard.城镇': '每人每月800元' }
  const household = (incomePerCapita: number): FormValues => ({ hukouType: '城镇', incomePerCapita })

  test.each([
    ['EL-03', 799_99, 'met'],
    ['EL-01', 800_00, 'unmet'],
    ['EL-02', 1200_00, 'unmet'],
  ])('%s: an income of so many fen a head against a standard of 800 yuan', (_, income, assistance) => {
    expect(stateOf('DB-SQ', 'belowStandard', household(income), standard)).toBe(assistance)
  })

  test('a standard that the hall has not set decides nothing', () => {
    expect(stateOf('DB-SQ', 'belowStandard', household(799_99))).toBe('unknown')
  })
})
