import { expect, test } from 'vitest'
import { shownApplicant } from '../../shared/case/applicant.ts'
import type { Instant } from '../../shared/case/ids.ts'
import { calendar, hall } from '../../tests/make/catalogue.ts'
import { coolingKite } from '../../tests/make/kites.ts'
import { make } from '../../tests/make/make.ts'
import { timeLeft } from '../parts/time-left.ts'
import { factsAbout } from './case-facts.ts'
import { NameList } from './name-list.ts'
import { nameEntry } from './names.ts'
import type { Books } from './picture.ts'

const item = coolingKite()
const { kase } = make.lifeOf({ item, status: 'underReview', set: { name: '王示例', partnerName: '李样例' } })
const books = { calendar, itemOf: () => item } as unknown as Books
const at = (now: string) => ({ now: now as Instant, unsentSince: null, keepConcludedDays: 30 })

test('R-LAW-13: both of two who apply together are shown, and found by name, initials and number', () => {
  expect(shownApplicant(kase, item)).toBe('王**、李**')
  const list = new NameList([nameEntry(kase, item)])
  const items: ReadonlySet<never> = new Set()
  for (const text of ['王示例', '李样例'])
    expect(list.find({ words: [{ kind: 'text', text, items }] }, 5), text).toHaveLength(1)
  for (const text of ['wsl', 'liyangli', 'lyl'])
    expect(list.find({ words: [{ kind: 'latin', text, items }] }, 5), text).toHaveLength(1)
  const numbers = factsAbout(kase, books, at(kase.lastAt)).numbers.map(({ number }) => number)
  expect(numbers).toEqual([kase.form.idNo, kase.form.partnerIdNo])
})

test('R-LAW-14: a cooling case stands on the lists by the day both may come, then by the last on which they may', () => {
  const dueAt = (now: string) => factsAbout(kase, books, at(now)).queue.find((key) => key.includes('2026-12-25'))
  expect(dueAt('2026-12-24T15:00:00.000Z')).toBeDefined()
  expect(dueAt('2026-12-24T16:00:00.000Z')).toBeUndefined()
  expect(factsAbout(kase, books, at('2026-11-26T02:00:00.000Z')).refreshOn).toBe('2026-12-25')
  expect(factsAbout(kase, books, at('2026-12-25T02:00:00.000Z')).refreshOn).toBe('2027-01-26')
  const left = (now: string) => timeLeft(kase, item, { calendar, lights: hall.lights, now: now as Instant })
  expect(left('2026-11-26T02:00:00.000Z')).toMatchObject({ light: 'none', day: '2026-12-25' })
  expect(left('2026-12-28T02:00:00.000Z')).toMatchObject({ light: 'green', day: '2027-01-25' })
  expect(left('2027-01-26T02:00:00.000Z')).toMatchObject({ light: 'red', words: '逾期未来 · 应办视为撤回' })
})
