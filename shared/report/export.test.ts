import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { ExportAsked, isPeriodOf, mayExport } from './export.ts'

const of = (from: string, to: string) => ({ from: from as Day, to: to as Day })

test('R-EXPORT-1: a window exports nothing; the names and numbers of applicants are for a supervisor or head', () => {
  for (const what of ['monthly', 'quarterly', 'cases', 'exchange'] as const) {
    expect(mayExport(what, ['clerk', 'examiner', 'admin'])).toBe(false)
    expect(mayExport(what, ['clerk', 'supervisor'])).toBe(true)
  }
  expect(mayExport('exchange', ['chief'])).toBe(false)
  expect(mayExport('cases', ['chief'])).toBe(true)
})

test('R-EXPORT-2: 月报 is of a whole month, 季报 of a whole quarter, a list of a year at most', () => {
  expect(isPeriodOf('monthly', of('2026-02-01', '2026-02-28'))).toBe(true)
  expect(isPeriodOf('monthly', of('2026-02-01', '2026-02-27'))).toBe(false)
  expect(isPeriodOf('quarterly', of('2026-10-01', '2026-12-31'))).toBe(true)
  expect(isPeriodOf('quarterly', of('2026-11-01', '2027-01-31'))).toBe(false)
  expect(isPeriodOf('cases', of('2026-01-01', '2026-12-31'))).toBe(true)
  expect(isPeriodOf('exchange', of('2025-01-01', '2026-12-31'))).toBe(false)
  expect(isPeriodOf('cases', of('2026-12-02', '2026-12-01'))).toBe(false)
  const asked = { export: '00000000-0000-4000-8000-000000000001', what: 'monthly', reason: '样例：报局里' }
  const period = of('2026-11-01', '2026-11-30')
  expect(ExportAsked.safeParse({ ...asked, format: 'xlsx', period }).success).toBe(true)
  expect(ExportAsked.safeParse({ ...asked, format: 'csv', period }).success).toBe(false)
})
