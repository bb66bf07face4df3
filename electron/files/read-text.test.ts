import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readText } from './read-text.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'read-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Buffer) => {
  writeFileSync(path.join(folder, name), content)
  return path.join(folder, name)
}

test('R-DOORS-21: a chosen file is handed on as text with its name, and nothing of where it lies', () => {
  expect(readText(file('事项.json', '{"名":"𠮷"}'))).toEqual({
    ok: true,
    value: { name: '事项.json', text: '{"名":"𠮷"}' },
  })
})

test.each([
  ['too large', file('large.json', 'x'.repeat(300_001)), 'tooLarge'],
  ['no text: GBK', file('gbk.json', Buffer.from([0xb8, 0xdf, 0xc1, 0xe4])), 'notText'],
  ['no text: a picture', file('picture.json', Buffer.from([0x89, 0x50, 0, 0])), 'notText'],
  ['empty', file('empty.json', ''), 'notText'],
  ['not there', path.join(folder, 'none.json'), 'unreadable'],
  ['a folder', folder, 'unreadable'],
])('R-DOORS-21: what is %s is refused with its reason', (_, name, why) => {
  expect(readText(name)).toEqual({ ok: false, refusal: { why } })
})

test('R-DOORS-21: a file without end is read no further than the limit', () => {
  const endless = path.join(folder, 'endless.json')
  symlinkSync('/dev/zero', endless)
  expect(readText(endless)).toEqual({ ok: false, refusal: { why: 'tooLarge' } })
})
