import { expect, test } from 'vitest'
import { catalogue, hall } from '../../tests/make/catalogue.ts'
import type { Instant } from '../case/ids.ts'
import { handedOn, phoneSetting, whereToGo } from './where-to-go.ts'

const first = { name: '李样例', badge: '0102', window: '2号窗口', at: '2026-11-24T01:05:00.000Z' as Instant }

test('R-VISIT-10: who is sent elsewhere takes along where, why, the telephone where it is known, and who received them first', () => {
  const there = { ...hall, settings: { ...hall.settings, [phoneSetting('区医疗保障局')]: '000-00000031' } }
  const { title, lines } = whereToGo(
    { about: '医疗救助', goTo: '区医疗保障局', reason: '由医疗保障部门办理' },
    there,
    first,
  )
  expect(title).toBe('指引单')
  expect(lines.slice(0, 3)).toEqual(['请到这里办：', '区医疗保障局', '电话 000-00000031'])
  expect(lines).toContain('由医疗保障部门办理。')
  expect(lines).toContain('2号窗口 李样例（工号 0102）')
  expect(lines.join('\n')).toContain('2026年11月24日')
  const unknown = whereToGo({ about: '医疗救助', goTo: '区医疗保障局', reason: null }, { ...hall, settings: {} }, first)
  expect(unknown.lines.slice(0, 3)).toEqual(['请到这里办：', '区医疗保障局', '您问的是：'])
})

test('R-VISIT-10: who calls back gets the question, the number in full, and who answers for it until then', () => {
  const { title, lines } = handedOn({ about: '公墓在哪里', to: '养老服务科', phone: '19900001234' }, hall, first)
  expect(title).toBe('转办单')
  expect(lines).toContain('电话 19900001234')
  expect(lines).toContain('2号窗口 李样例（工号 0102）')
})

test('everything the windows do not take fits the slip', () => {
  for (const { name, goTo, reason } of catalogue.notTaken) {
    const { lines } = whereToGo({ about: name, goTo, reason }, hall, first)
    expect(lines.every((line) => line.length <= 500)).toBe(true)
    expect(lines.join('')).not.toContain('。。')
  }
})
