import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from './log.ts'

const folder = () => mkdtempSync(path.join(tmpdir(), 'desk-log-'))
const written = (dir: string) =>
  readdirSync(dir)
    .map((name) => readFileSync(path.join(dir, name), 'utf8'))
    .join('')

test('R-TERMINAL-1: an error is written down under the number the clerk reads out, with its place and cause', () => {
  const dir = folder()
  const log = openLog(dir, () => '2026-11-24T01:02:03.004Z')
  const incident = log.incident(new Error('outer', { cause: new TypeError('inner') }), 'act.record')
  log.close()
  expect(incident).toMatch(/^[0-9A-F]{4}$/)
  const line = JSON.parse(written(dir))
  expect(line).toMatchObject({ incident, where: 'act.record', error: 'Error: outer ← TypeError: inner' })
  expect(line.stack).toContain('log.test.ts')
})

test('R-TERMINAL-2: no identity number, phone, bank account, name or address reaches a log', () => {
  const dir = folder()
  const log = openLog(dir, () => '2026-11-24T01:02:03.004Z')
  const secrets = [
    '11010519491231002X',
    '13800138000',
    '6222 0200 0000 0000 000',
    '张测试',
    '样例路1号',
    '110105 19491231 002X',
  ]
  for (const secret of secrets) {
    log.incident(new Error(`could not read ${secret} here`), 'door')
    log.incident(`thrown ${secret}`, 'door')
    log.info('something', { said: secret })
    log.incident(Object.assign(new Error('x'), { stack: `Error: ${secret}\n    at ${secret} (file.ts:1:2)` }), 'door')
  }
  log.close()
  const text = written(dir)
  for (const secret of secrets) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain(secret.replace(/\d号$/, ''))
  }
  expect(text).toContain('could not read')
})

test('R-TERMINAL-3: each Beijing day has its log, and those of more than a month ago are gone', () => {
  const dir = folder()
  for (let day = 1; day <= 31; day++)
    writeFileSync(path.join(dir, `desk-2026-01-${String(day).padStart(2, '0')}.log`), '')
  writeFileSync(path.join(dir, 'not-a-log.txt'), '')
  let now = '2026-11-24T15:59:59.000Z'
  const log = openLog(dir, () => now)
  log.info('before midnight')
  now = '2026-11-24T16:00:00.000Z'
  log.info('after midnight')
  log.close()
  const names = readdirSync(dir)
  expect(names).toEqual(expect.arrayContaining(['desk-2026-11-24.log', 'desk-2026-11-25.log', 'not-a-log.txt']))
  expect(names.filter((name) => name.startsWith('desk-')).length).toBeLessThanOrEqual(32)
  expect(names).not.toContain('desk-2026-01-01.log')
})

test('R-TERMINAL-4: a disk that takes no log does not stop the counter', () => {
  const dir = folder()
  const log = openLog(dir, () => 'not an instant')
  expect(log.incident(new Error('x'), 'door')).toMatch(/^[0-9A-F]{4}$/)
  log.info('nothing happens')
})
