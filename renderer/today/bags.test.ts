import { expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseId, PrintedNumber } from '../../shared/case/ids.ts'
import { DayCheck } from '../../shared/report/bags.ts'
import { apart, type BagCase, type Counting, notCounted, scan, toSign } from './bags.ts'

const day = '2026-11-26' as Day
const program = { received: 3, accepted: 2, concluded: 0, returned: 0 }
const bag = (no: number): BagCase => ({
  id: `00000000-0000-4000-8000-00000000000${no}` as CaseId,
  number: `00001000014${no}` as PrintedNumber,
  in: ['received'],
})
const listed = [bag(1), bag(2), bag(3)]
const counted = (received: string, rest: Partial<Counting> = {}): Counting => ({
  ...notCounted,
  typed: { received, accepted: '2', concluded: '0', returned: '0' },
  ...rest,
})

test('R-BAGS-2: what is counted and differs is pointed out; what is not counted yet is not', () => {
  expect(apart(notCounted, program)).toEqual([])
  expect(apart(counted('2'), program)).toEqual(['received'])
  expect(apart(counted('3'), program)).toEqual([])
})

test('R-BAGS-2: a bag’s number finds its case by its last digits; what is not of the day is asked for elsewhere', () => {
  expect(scan('000142', listed, [])).toEqual({ is: 'here', of: bag(2) })
  expect(scan('0000 1000 0142', listed, [bag(2).id])).toEqual({ is: 'again', of: bag(2) })
  expect(scan('999999', listed, [])).toEqual({ is: 'elsewhere', digits: '999999' })
  expect(scan('0014', [bag(1), { ...bag(2), number: '000020000141' as PrintedNumber }], [])).toEqual({
    is: 'elsewhere',
    digits: '0014',
  })
  expect(scan('000141', [bag(1), { ...bag(2), number: '000020000141' as PrintedNumber }], [])).toEqual({
    is: 'several',
  })
  expect(scan('14', listed, [])).toBeUndefined()
})

test('R-BAGS-3: all four piles are counted, and where they differ a word is due, before it is signed', () => {
  expect(toSign(day, notCounted, program, listed)).toEqual({ lacks: 'received' })
  expect(toSign(day, counted('2'), program, listed)).toEqual({ lacks: 'remark' })
  const open = toSign(day, counted('2', { remark: '明早找', seen: [bag(1).id, bag(3).id] }), program, listed)
  expect(open).toMatchObject({ check: { missing: [bag(2).id], remark: '明早找' } })
  const even = toSign(day, counted('3'), program, listed)
  expect(even).toMatchObject({ check: { missing: [], stray: [], remark: null } })
  for (const signed of [open, even]) expect(DayCheck.safeParse('check' in signed && signed.check).success).toBe(true)
})

test('R-BAGS-2: digits are read however they were typed', () => {
  expect(scan('０００１４２', listed, [])).toEqual({ is: 'here', of: bag(2) })
})

test('R-BAGS-3: what is signed says of single cases what was scanned, and of bags without a case each', () => {
  const checkOf = (received: string, rest: Partial<Counting>) => {
    const signed = toSign(day, counted(received, rest), program, listed)
    return 'check' in signed ? signed.check : signed.lacks
  }
  const stray = [{ digits: '999999', says: '不在本窗口' }]
  expect(checkOf('2', { remark: ' 明早找 ' })).toMatchObject({ missing: [], stray: [], remark: '明早找' })
  expect(checkOf('2', { remark: '  ' })).toBe('remark')
  expect(checkOf('2', { remark: '找', seen: [bag(1).id], stray })).toMatchObject({
    missing: [bag(2).id, bag(3).id],
    stray: ['999999'],
  })
  // One too many and one too few: the counts match, the bag is named.
  expect(checkOf('3', { seen: [bag(1).id], stray })).toMatchObject({ missing: [], stray: ['999999'], remark: null })
})
