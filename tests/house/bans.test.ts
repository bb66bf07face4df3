import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkshop, runTool, type Workshop } from './workshop.ts'

const throughDoors = /goes through electron\/doors\.ts|Only electron\/doors\.ts uses ipcMain|Only electron\/preload\.ts/
const throughHttp = /Only electron\/bureau\/http\.ts speaks to the network/

/** Code that lint bans, where it stands, and the sentence that names the right file. */
const banned: [file: string, line: string, sentence: RegExp][] = [
  ['electron/ledger.ts', `export { ipcMain } from 'electron'`, throughDoors],
  ['electron/keys.ts', `import * as all from 'electron'\nexport const x = all`, throughDoors],
  ['electron/main.ts', `import { ipcMain } from 'electron/main'\nexport const x = ipcMain`, throughDoors],
  [
    'electron/printing.ts',
    `import { ipcRenderer } from 'electron/renderer'\nexport const x = ipcRenderer`,
    throughDoors,
  ],
  ['renderer/store/cache.ts', `export const x = () => fetch('/cases')`, throughHttp],
  ['electron/updates.ts', `import { request } from 'undici'\nexport const x = request`, throughHttp],
  ['server/jobs.ts', `export const x = new WebSocket('ws://bureau')`, throughHttp],
]

const allowed: [file: string, line: string][] = [
  ['electron/doors.ts', `import { ipcMain } from 'electron'\n\nexport const x = ipcMain\n`],
  ['electron/preload.ts', `import { ipcRenderer } from 'electron'\n\nexport const x = ipcRenderer\n`],
  ['electron/bureau/http.ts', `import { request } from 'undici'\n\nexport const x = [request, fetch]\n`],
  ['tests/journeys/desk.test.ts', `export const x = () => fetch('/health')\n`],
]

let workshop: Workshop

beforeAll(async () => {
  workshop = await openWorkshop('biome.json')
  for (const [file, content] of [...banned, ...allowed]) await workshop.plant(file, `${content}\n`)
})

afterAll(() => workshop.clear())

test.each(banned)('R-HOUSE-3: %s may not say `%s`, and lint names the right file', async (file, _line, sentence) => {
  expect(await runTool('biome', ['lint', '--colors=off', file], workshop.folder)).toMatch(sentence)
})

test('R-HOUSE-3: the named files themselves may', async () => {
  const files = allowed.map(([file]) => file)
  expect(await runTool('biome', ['lint', '--colors=off', ...files], workshop.folder)).not.toMatch(
    /Only electron|goes through/,
  )
})
