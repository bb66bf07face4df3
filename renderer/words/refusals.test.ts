import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusalCodes, refuse } from '../../shared/case/refusal.ts'
import { refusalSentences, refusalText } from './refusals.ts'

const names = { officeName: (office: string) => (office === 'section.elderly' ? '养老服务科' : office) }

/** What the rules really hand in, read from their source: refuse('code', { a, b }). */
function suppliedFacts(): Map<string, Set<string>> {
  const folder = new URL('../../shared/case/', import.meta.url)
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
  const found = new Map<string, Set<string>>()
  for (const [, code = '', facts = ''] of source.matchAll(/refuse\('(\w+)'(?:,\s*\{([^}]*)\})?/g)) {
    const keys = [...facts.matchAll(/(?:^|,)\s*(\w+)(?=\s*[:,]|\s*$)/g)].map((match) => match[1]!)
    found.set(code, new Set([...(found.get(code) ?? []), ...keys]))
  }
  return found
}

test('R-WORDS-1: every refusal has one sentence, and it ends like one', () => {
  for (const code of refusalCodes) expect(refusalSentences[code], code).toMatch(/[。？]$/)
})

test('R-WORDS-2: every place in a sentence is filled by the rule that refuses, and no fact is left unsaid', () => {
  const supplied = suppliedFacts()
  for (const code of refusalCodes) {
    const places = new Set([...refusalSentences[code].matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))
    expect(places, code).toEqual(supplied.get(code) ?? new Set())
  }
})

test('a refusal names acts, states, seats and days in the office’s words', () => {
  expect(refusalText(refuse('notNow', { event: 'accepted', status: 'underReview' }), names)).toBe(
    '这件审查中，现在不能“受理”。',
  )
  expect(refusalText(refuse('notYours', { event: 'proposed', seats: ['examiner@section.elderly'] }), names)).toBe(
    '“提出拟办意见”应由审查员（养老服务科）办理。',
  )
  expect(refusalText(refuse('extensionTooLate', { day: '2026-12-04' }), names)).toContain('2026年12月4日')
  expect(refusalText(refuse('materialsMissing', { materials: ['身份证', '户口簿'] }), names)).toBe(
    '尚缺材料：身份证、户口簿。',
  )
})
