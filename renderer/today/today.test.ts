import { expect, test } from 'vitest'
import { type Figure, figures } from '../../shared/report/figures.ts'
import { durationText } from '../words/today.ts'
import { explain } from './explain.ts'
import { averageMinutes, enquiryRow, groupBy, sumOf } from './group.ts'

const none = Object.fromEntries(figures.map((figure) => [figure, 0])) as Record<Figure, number>
const zero = { ...none, minutes: 0 }
const row = (part: object) => ({ ...zero, window: 1, person: 'li', personName: '李样例', item: 'FZ-XK', ...part })
const rows = [
  row({ window: 2, received: 2, decided: 1, minutes: 30 }),
  row({ window: 10, received: 1, decided: 1, minutes: 50 }),
  row({ window: 2, person: 'zhao', personName: '赵测试', received: 4 }),
]
const names = { windowName: (window: number) => `${window}号窗口`, itemName: (item: string) => item }

test('R-COUNT-2: by window, by person and by item the parts add up to the same whole', () => {
  for (const by of ['window', 'person', 'item'] as const) {
    expect(sumOf(groupBy(rows, by, names).map(({ sum }) => sum)), by).toEqual(sumOf(rows))
  }
})

test('windows stand in the order of their numbers', () => {
  expect(groupBy(rows, 'window', names).map(({ name, sum }) => [name, sum.received])).toEqual([
    ['2号窗口', 6],
    ['10号窗口', 1],
  ])
})

test('R-COUNT-2: each way of adding up has its own lines, in a steady order; what nobody’s window did stands last, as in 统计, and what counts for nothing nowhere', () => {
  const keys = (by: 'window' | 'person' | 'item', given = rows) =>
    groupBy(given, by, names).map(({ key, name }) => [key, name])
  const behind = row({ window: null, decided: 1 })
  expect(keys('window', [...rows.toReversed(), behind, row({ window: 7 })])).toEqual([
    ['2', '2号窗口'],
    ['10', '10号窗口'],
    ['0', '0号窗口'],
  ])
  expect(keys('person', rows.toReversed())).toEqual([
    ['li', '李样例'],
    ['zhao', '赵测试'],
  ])
  expect(keys('item')).toEqual([['FZ-XK', 'FZ-XK']])
})

test('R-COUNT-2: questions are counted beside cases', () => {
  const asked = enquiryRow({ window: 2 as never, person: 'li' as never, personName: '李样例', item: '', count: 3 })
  expect(sumOf([asked, row({ received: 1 }), row({ enquiries: 2 })])).toMatchObject({ enquiries: 5, received: 1 })
})

test('the average is of what was decided, and nothing without one', () => {
  expect(averageMinutes(sumOf(rows))).toBe(40)
  expect(averageMinutes(zero)).toBeNull()
  expect([25, 185, 480, 1100].map((minutes) => durationText(minutes))).toEqual([
    '25分钟',
    '3小时5分',
    '1个工作日',
    '2个工作日2小时',
  ])
})

test('R-COUNT-3: the difference between terminal and bureau is explained: unsent, not pulled yet, or none of both', () => {
  const two = { ...zero, received: 2 }
  const three = { ...zero, received: 3 }
  expect(explain(two, two, zero)).toEqual(['本机与局端一致。'])
  expect(explain(three, two, { ...zero, received: 1 })).toEqual([expect.stringContaining('本机有 1 项办理未上传')])
  expect(explain(two, three, zero)).toEqual([expect.stringContaining('局端多出的 1 项')])
  expect(explain(three, two, zero)).toEqual([expect.stringContaining('另有 1 项本机有而局端没有')])
  expect(explain(two, two, { ...zero, received: 1 })).toEqual([
    expect.stringContaining('本机有 1 项办理还在等局端的判定'),
  ])
  expect(explain(two, two, zero, { inHand: { here: 5, bureau: 4 } })).toEqual([
    expect.stringContaining('在办相差 1 件'),
  ])
  expect(explain(two, two, zero, { overdue: { here: 1, bureau: 3 } })).toEqual([
    expect.stringContaining('超期相差 2 件'),
  ])
  expect(explain(two, two, zero, { alike: false })).toEqual([expect.stringContaining('不是同样的件')])
})

test('R-COUNT-3: questions are compared like cases: a day is not the same while they differ', () => {
  const enquiries = { here: 3, bureau: 1 }
  expect(explain(zero, zero, zero, { enquiries })).toEqual([expect.stringContaining('咨询相差 2 件')])
  expect(explain({ ...zero, received: 1 }, zero, { ...zero, received: 1 }, { enquiries })).toHaveLength(2)
  expect(explain(zero, zero, zero, { enquiries: { here: 1, bureau: 1 } })).toEqual(['本机与局端一致。'])
})

test('R-COUNT-3: a voiding on its way is one unsent act, although it takes a receipt back too', () => {
  const voided = explain({ ...zero, voided: 1 }, { ...zero, received: 1 }, { ...zero, received: -1, voided: 1 })
  expect(voided).toEqual(explain({ ...zero, received: 1 }, zero, { ...zero, received: 1 }))
})
