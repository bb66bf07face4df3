import { describe, expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import { itemProblems } from '../item/catalogue-check.ts'
import { kinds } from '../item/item.ts'
import { matterTypes, officialCodeError } from './official-code.ts'

// The body's code is the standard's own example, as in uscc.test.ts.
const body = '91330100799655058B'
const code = (level: string, type: string, rest = '11001000') => `${body}${level}00${type}${rest}`

describe('R-IDENTITY-11: a 31-digit code is taken apart as its standard writes it', () => {
  test('body, level, type of matter', () => {
    expect(code('4', '01')).toHaveLength(31)
    expect(officialCodeError(code('4', '01'), 'permit')).toBeUndefined()
    expect(officialCodeError(code('4', '01').slice(1), 'permit')).toBe('length')
    expect(officialCodeError(`${code('4', '01')}0`, 'permit')).toBe('length')
    expect(officialCodeError(code('4', '01').replace('58B', '58C'), 'permit')).toBe('body')
    for (const level of ['0', '7']) expect(officialCodeError(code(level, '01'), 'permit'), level).toBe('level')
  })

  test.each(kinds)('%s: its own type and no other', (kind) => {
    expect(officialCodeError(code('4', matterTypes[kind]), kind)).toBeUndefined()
    for (const other of kinds.filter((each) => each !== kind))
      expect(officialCodeError(code('4', matterTypes[other]), kind), other).toBe('type')
    expect(officialCodeError(code('4', '02'), kind)).toBe('type')
  })

  test('an item that names its code names a right one', () => {
    const paths = (officialCode: string) => itemProblems(make.item({ officialCode })).map(({ path }) => path)
    expect(paths(code('4', '01'))).toEqual([])
    expect(paths(code('4', '05'))).toEqual(['officialCode'])
    expect(paths('1')).toEqual(['officialCode'])
  })
})
