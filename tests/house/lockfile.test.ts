import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Lockfile, missingOptionals } from '../../scripts/complete-lockfile.ts'

const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
const lock = JSON.parse(text) as Lockfile

test('R-HOUSE-4: npm ci finds every optional package of every platform in the lock file', () => {
  // When this fails: npx tsx scripts/complete-lockfile.ts
  expect(missingOptionals(lock)).toEqual([])
})

test('R-HOUSE-4: an optional package without an entry is noticed, also one that only a nested package asks for', () => {
  const broken: Lockfile = {
    packages: {
      '': {},
      'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-nested': '1.0.0' } },
      'node_modules/a/node_modules/a-nested': {},
      'node_modules/b/node_modules/@c/d': { optionalDependencies: { 'a-linux': '2.0.0' } },
      'node_modules/b/node_modules/a-linux': {},
    },
  }
  expect(missingOptionals(broken).map((one) => one.name)).toEqual(['a-linux'])
})

test('R-HOUSE-4: the lock file names no place of download, so that every registry serves it', () => {
  expect(text).not.toContain('"resolved"')
})
