/** The numbered promises of docs/rules and the tests that cite them: neither without the other. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { project, rooms } from './workshop.ts'

type Line = { file: string; text: string }

function read(file: string): Line {
  return { file, text: readFileSync(path.join(project, file), 'utf8') }
}

/** The promises that a page of docs/rules makes. */
function promised({ text }: Line): string[] {
  return [...text.matchAll(/^- (R-[A-Z]+-\d+): \S/gm)].map((match) => match[1]!)
}

function cited({ text }: Line): string[] {
  return [...text.matchAll(/\bR-[A-Z]+-\d+\b/g)].map((match) => match[0])
}

function filesOf(folder: string, ending: RegExp): Line[] {
  return readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => read(path.join(folder, name)))
}

const pages = filesOf('docs/rules', /\.md$/)
const promises = pages.flatMap(promised)
const tests = rooms
  .flatMap((room) => filesOf(room, /\.(test\.tsx?|spec\.ts)$/))
  .filter(({ file }) => file !== path.relative(project, import.meta.filename))

test('R-HOUSE-9: each promise has a number of its own', () => {
  expect(promises.length).toBeGreaterThan(100)
  expect(promises.filter((one, place) => promises.indexOf(one) !== place)).toEqual([])
})

test('R-HOUSE-9: each promise is cited by a test', () => {
  const shown = new Set(['R-HOUSE-9', ...tests.flatMap(cited)])
  expect(promises.filter((one) => !shown.has(one))).toEqual([])
})

test('R-HOUSE-9: no test and no page cites a promise that nobody made', () => {
  const known = new Set(promises)
  const strange = [...tests, ...pages, read('docs/rules.md')].flatMap((line) =>
    cited(line)
      .filter((one) => !known.has(one))
      .map((one) => `${line.file}: ${one}`),
  )
  expect(strange).toEqual([])
})
