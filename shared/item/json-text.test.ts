import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJsonText } from './json-text.ts'

function said(text: string): string {
  const read = readJsonText(text)
  if (read.ok) throw new Error('it was read')
  return `${read.problem.line} ${read.problem.problem}`
}

describe('R-CATALOGUE-4: a text that is no JSON is answered with its line and what to do', () => {
  test.each<[string, string]>([
    ['', '1 文件到这里就完了，少了右括号或引号'],
    ['{\n"a": [1,\n2\n', '4 文件到这里就完了，少了右括号或引号'],
    ['{\n"a": 1\n"b": 2}', '3 第2行末尾少了逗号'],
    ['{\n"a": 1,\n}', '3 最后一项后面多了逗号'],
    ['[1,\n2,\n]', '3 最后一项后面多了逗号'],
    ['{"a" 1}', '1 “a”后面应是英文冒号'],
    ['{\n“a”: 1}', '2 “ 是中文标点，要用英文标点'],
    ['{"a": 1，\n"b": 2}', '1 ， 是中文标点，要用英文标点'],
    ['{"a"： 1}', '1 ： 是中文标点，要用英文标点'],
    ["{\n\n'a': 1}", '3 文字要用英文双引号'],
    ['{a: 1}', '1 这里应是加英文双引号的键名'],
    ['{"a": yes}', '1 这里应有一个值'],
    ['{"a": "一\n二"}', '1 文字没有写完：少了后引号，或里面有换行、制表符或不认识的反斜线'],
    ['{"a": 1} // 完', '1 这种文件里不能写注释'],
    ['{"a": 1}\n{}', '2 后面还有多余的内容'],
    ['[1 2]', '1 这里少了逗号'],
  ])('%j', (text, expected) => expect(said(text)).toBe(expected))

  test('far too deep', () => expect(said('['.repeat(100_000))).toBe('1 一层套一层太深了'))
})

test('R-CATALOGUE-4: a key that stands twice is told, with the line of the second', () => {
  const read = readJsonText('{\n"a": 1,\n"b": {"c": 1,\n"c": 2},\n"a": 3}')
  expect(read.ok && read.twice).toEqual([
    { line: 4, problem: '“c”出现两次，只有后一个算数' },
    { line: 5, problem: '“a”出现两次，只有后一个算数' },
  ])
})

test('a place is found by its names, list entries by key or number, and else what is around it', () => {
  const read = readJsonText('\uFEFF{\n"fields": [\n{"key": "a"},\n{\n"key": "b",\n"type": "text"}\n]}')
  if (!read.ok) throw new Error(read.problem.problem)
  expect(['fields', 'fields.a', 'fields.b', 'fields.1.type', 'fields.b.type', 'fields.b.when.all', 'x'].map((path) => read.lineOf(path.split('.')))).toEqual([2, 3, 4, 6, 6, 4, 1]) // biome-ignore format: one line a place
})

test('it reads what JSON reads, and refuses what JSON refuses', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 8 }), fc.nat(4), (text, indent) => {
      const shown = JSON.stringify(JSON.parse(text), null, indent)
      const read = readJsonText(shown)
      expect(read.ok && read.value).toEqual(JSON.parse(shown))
    }),
  )
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom('', ',', '"', '{', ']', '0', '\\', '\n', 'e'),
      (text, nth, put) => {
        const at = nth % (text.length + 1)
        const spoilt = text.slice(0, at) + put + text.slice(at + 1)
        let plain: unknown
        let refused = false
        try {
          plain = JSON.parse(spoilt)
        } catch {
          refused = true
        }
        const read = readJsonText(spoilt)
        expect(read.ok).toBe(!refused)
        if (read.ok) expect(read.value).toEqual(plain)
      },
    ),
  )
})
