import { expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import { asLacks, basisOf, lackLines, lackOf } from './lacks.ts'

const item = make.item()
const form = item.materials.find(({ key }) => key === 'form')!
const note = (got: 'original' | 'none', count: number) => ({ got, count, lateUntil: null, note: null })
const pieces = (line: { lacks: string }) => line.lacks.replace(/\D/g, '')

test('what lacks is counted from what was handed in', () => {
  expect(form.count).toBe(2)
  expect(pieces(lackOf(item, form, undefined))).toBe('2')
  expect(pieces(lackOf(item, form, note('none', 1)))).toBe('2')
  expect(pieces(lackOf(item, form, note('original', 1)))).toBe('1')
  // All there, and asked for all the same: it has to be brought anew.
  expect(pieces(lackOf(item, form, note('original', 2)))).toBe('2')
  const [whole, half] = [undefined, note('original', 1)].map((got) => lackOf(item, form, got).lacks)
  expect(half).not.toBe(whole?.replace('2', '1'))
})

test('only a permit rests on the permit law', () => {
  expect(basisOf(item)).toContain('行政许可法')
  const benefit = make.item({ kind: 'benefit' })
  expect(basisOf(benefit)).not.toContain('行政许可法')
  const long = { ...benefit, legalBasis: Array.from({ length: 40 }, () => benefit.legalBasis[0]!) }
  expect(basisOf(long).length).toBeLessThanOrEqual(300)
})

test('a line that was edited stays as it was edited, and one that says nothing is no notice', () => {
  const edited = { ...lackOf(item, form, undefined), lacks: '少签名' }
  const extra = { about: null, name: '场地图', lacks: '没有比例尺', todo: '补画', basis: '' }
  const given = { materials: {}, lackEdits: { form: edited }, lackExtras: [extra] }
  const photo = item.materials.find(({ key }) => key === 'kitePhoto')!
  const lines = lackLines(item, [form, photo], given)
  expect(lines.map(({ lacks }) => lacks)).toEqual(['少签名', lackOf(item, photo, undefined).lacks, '没有比例尺'])
  expect(asLacks(lines)).toEqual(lines)
  for (const part of ['name', 'lacks', 'todo'] as const)
    expect(asLacks([extra, { ...extra, [part]: '  ' }])).toBeUndefined()
  expect(asLacks([])).toBeUndefined()
})
