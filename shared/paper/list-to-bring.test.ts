import { expect, test } from 'vitest'
import { catalogue, hall, realItem } from '../../tests/make/catalogue.ts'
import { nothingKnown, questionsOf, situationOf } from '../item/questions.ts'
import { listForVisit, listToBring } from './list-to-bring.ts'

test('R-PAPER-10: who asks before applying takes home who may, what to bring, how long, what it costs, where, and by which law', () => {
  const { title, lines } = listToBring(realItem('GL-BT'), hall)
  expect(title).toBe('高龄老人保健（长寿）补助申领 一次性告知单')
  const words = lines.join('\n')
  expect(words).toContain('· 受理当日已满80周岁')
  expect(words).toContain('1. 高龄老人保健（长寿）补助申请表，原件1份（窗口有表样）')
  expect(words).toContain('（由他人代办的）授权委托书')
  expect(words).toContain('材料齐了就受理，受理后10个工作日内办好。')
  expect(words).toContain('不收费。')
  expect(words).toContain('示例区样板路100号')
  expect(lines.at(-1)).toBe('依据：《中华人民共和国老年人权益保障法》第三十三条。')
})

test('R-INTAKE-13: the list to take home says which papers a written promise may stand for', () => {
  const lines = listToBring(realItem('BY-RD'), hall).lines.filter((line) => line.includes('可以告知承诺代替'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('收入、财产、支出证明')
})

test('a known situation leaves out what it does not need, and says no longer when the rest is needed', () => {
  const association = realItem('ST-BG')
  const open = listToBring(association, hall).lines.join('\n')
  expect(open).toContain('（变更法定代表人的）法定代表人离任审计报告')
  const moved = listToBring(association, hall, {
    situation: { ...nothingKnown, values: { changeItems: ['住所'], directRegistration: true } },
  }).lines.join('\n')
  expect(moved).not.toContain('离任审计')
  expect(moved).not.toContain('同意变更的文件')
  expect(moved).toMatch(/^\d\. 新住所使用权证明，复印件1份/m)
  expect(moved).toContain('（法律规定20个工作日）')
})

test('the list fits the slip that the machine prints', () => {
  for (const item of catalogue.items) {
    const { title, lines } = listToBring(item, hall)
    expect(title.length).toBeLessThanOrEqual(100)
    expect(lines.length).toBeLessThanOrEqual(100)
    if (item.kind !== 'permit') expect(lines.join()).not.toContain('许可')
  }
})

test('R-VISIT-12: the list is for exactly this person: their situation, what it asks for, and what is not here today', () => {
  const item = realItem('GL-BT')
  const questions = questionsOf([item])
  const situation = situationOf(item, questions, { agent: false })
  const said = ['本人来办']
  const alone = listToBring(item, hall, { situation, said, brought: new Set(['idCard']) }).lines.join('\n')
  expect(alone).toContain('您的情况：\n· 本人来办')
  expect(alone).not.toContain('授权委托书')
  expect(alone).toMatch(/\d\. 【还缺】社保卡/)
  const [card] = item.materials.filter(({ key }) => key === 'idCard')
  expect(alone).toContain(`. ${card?.name}`)
})

test('R-VISIT-12: one visit with several matters is one list, and what is only looked at is brought once', () => {
  const items = [realItem('GL-BT'), realItem('YL-YD')]
  const questions = questionsOf(items)
  const asked = items.map((item) => ({
    item,
    situation: situationOf(item, questions, { agent: true }),
    brought: new Set<string>(),
  }))
  const { title, lines } = listForVisit(asked, hall, ['代办人来办'])
  expect(title).toContain('高龄老人保健')
  expect(title.length).toBeLessThanOrEqual(100)
  const text = lines.join('\n')
  for (const { item } of asked) expect(text).toContain(item.name)
  const shared = items[0]!.materials.find(
    ({ name, form }) =>
      form === 'checked' && items[1]!.materials.some((other) => other.name === name && other.form === 'checked'),
  )
  if (shared !== undefined) expect(text.split(shared.name)).toHaveLength(2)
  expect(lines.length).toBeLessThanOrEqual(200)
})

test('R-PAPER-10: how long it takes counts from what the item’s own law names', () => {
  const words = listToBring(realItem('ST-CL'), hall).lines.join('\n')
  expect(words).toContain('收到全部有效文件后15个工作日内办好（法律规定60日）')
})
