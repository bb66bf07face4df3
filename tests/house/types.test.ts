import { cp } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkshop, project, runTool, type Workshop } from './workshop.ts'

/** What must not exist in a room, as a line of code that names it. */
const absent: [room: string, what: string, line: string][] = [
  ['shared', 'a document', 'export const x = document.title'],
  ['shared', 'a process', 'export const x = process.env'],
  ['shared', 'the network', "export const x = fetch('/')"],
  ['shared', 'a timer', 'export const x = setTimeout(() => {}, 1)'],
  ['shared', 'a file system', "export { readFileSync } from 'node:fs'"],
  ['shared', 'another room', "export type { x } from '../electron/planted.ts'"],
  ['catalogue', 'a document', 'export const x = document.title'],
  ['catalogue', 'a process', 'export const x = process.env'],
  ['electron', 'a document', 'export const x = document.title'],
  ['electron', 'a window', 'export const x = window.location'],
  ['server', 'a document', 'export const x = document.title'],
  ['renderer', 'a process', 'export const x = process.cwd()'],
  ['renderer', 'a buffer', "export const x = Buffer.from('')"],
  ['renderer', 'a require', "export const x = require('fs')"],
  ['renderer', 'a file system', "export { readFileSync } from 'node:fs'"],
]

/** Those that something is absent from, and those they refer to; tests and scripts may use everything. */
const rooms = ['shared', 'catalogue', 'electron', 'renderer', 'server']

let workshop: Workshop
let complaints: string

beforeAll(async () => {
  workshop = await openWorkshop('tsconfig.base.json', 'tsconfig.json', 'package.json')
  // A test belongs to the room of the tests, wherever it lies.
  const typed = (source: string) =>
    !path.basename(source).includes('.') || (/\.(tsx?|json)$/.test(source) && !/\.test\.tsx?$/.test(source))
  for (const room of rooms) {
    await cp(path.join(project, room), path.join(workshop.folder, room), { recursive: true, filter: typed })
  }
  for (const [at, [room, , line]] of absent.entries()) await workshop.plant(`${room}/planted-${at}.ts`, `${line}\n`)
  await workshop.plant('electron/planted.ts', 'export const x = 1\n')
  await workshop.plant('electron/sound.ts', 'export const x: string | undefined = process.env.HOME\n')
  await workshop.plant('renderer/sound.ts', 'export const x = document.title\n')
  complaints = await runTool('tsc', ['-b', ...rooms, '--pretty', 'false'], workshop.folder)
}, 120_000)

afterAll(() => workshop.clear())

test.each(absent.map(([room, what], at) => [room, what, at] as const))(
  'R-HOUSE-2: %s/ has not %s',
  (room, _what, at) => {
    expect(complaints).toMatch(new RegExp(`^${room}/planted-${at}\\.ts\\(1,\\d+\\): error TS`, 'm'))
  },
)

test('R-HOUSE-2: what a room may use is there', () => {
  expect(complaints).not.toMatch(/^(electron|renderer)\/sound\.ts/m)
})
