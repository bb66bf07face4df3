import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkshop, project, rooms, runTool, type Workshop } from './workshop.ts'

const rules: string[] = createRequire(import.meta.url)('../../.dependency-cruiser.cjs').forbidden.map(
  (rule: { name: string }) => rule.name,
)

/** Each rule of the house, with files that break it; the first file is the one that must be named. */
const breaches: Record<string, Record<string, string>> = {
  'shared-is-pure': {
    'shared/reads-a-file.ts': `import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n`,
  },
  'catalogue-is-data': { 'catalogue/uses-zod.ts': `export { z } from 'zod'\n` },
  'window-asks-through-the-contract': {
    'renderer/store/reads-the-ledger.ts': `import type { Ledger } from '../../electron/ledger.ts'\nexport type Mine = Ledger\n`,
    'electron/ledger.ts': 'export interface Ledger {\n  seq: number\n}\n',
  },
  'window-has-no-node': {
    'renderer/search/uses-node.tsx': `import path from 'node:path'\nexport const x = <b>{path.sep}</b>\n`,
  },
  'electron-stays-in-its-room': {
    'server/opens-a-window.ts': `import { app } from 'electron'\nexport const x = app\n`,
  },
  'machine-knows-no-page': {
    'electron/knows-a-page.ts': `export { Page } from '../renderer/case/page.tsx'\n`,
    'renderer/case/page.tsx': 'export const Page = () => <p>办件</p>\n',
  },
  'machine-knows-no-server': {
    'electron/knows-the-server.ts': `export const x = () => import('../server/routes.ts')\n`,
    'server/routes.ts': 'export const routes = []\n',
  },
  'server-knows-no-desk': {
    'server/knows-the-desk.ts': `export { x } from '../electron/printing.ts'\n`,
    'electron/printing.ts': 'export const x = 1\n',
  },
  'pages-do-not-peek': {
    'renderer/intake/peeks.tsx': `export { List } from '../tasks/list.tsx'\n`,
    'renderer/tasks/list.tsx': 'export const List = () => <ul />\n',
  },
  'parts-know-no-page': {
    'renderer/ui/knows-a-page.ts': `export { today } from '../today/today.ts'\n`,
    'renderer/today/today.ts': 'export const today = 1\n',
  },
  'house-needs-no-scaffold': {
    'server/leans-on-a-test.ts': `export { make } from '../tests/make.ts'\n`,
    'tests/make.ts': 'export const make = {}\n',
  },
  'shipped-code-has-shipped-libraries': { 'server/bars.ts': `import bar from 'cli-progress'\nexport const x = bar\n` },
  'no-circle': {
    'shared/egg.ts': `import { hen } from './hen.ts'\nexport const egg = () => hen\n`,
    'shared/hen.ts': `import { egg } from './egg.ts'\nexport const hen = () => egg\n`,
  },
  'everything-resolves': { 'shared/nowhere.ts': `export { x } from './not-there.ts'\n` },
}

interface Cruise {
  modules: { source: string }[]
  summary: { violations: { from: string; rule: { name: string } }[] }
}

async function cruise(folder: string): Promise<Cruise> {
  const given = ['--config', '.dependency-cruiser.cjs', '--preserve-symlinks', '--output-type', 'json', ...rooms]
  const printed = await runTool('depcruise', given, folder)
  return JSON.parse(printed.slice(printed.indexOf('{')))
}

let workshop: Workshop
let cruised: Cruise

beforeAll(async () => {
  workshop = await openWorkshop('.dependency-cruiser.cjs', 'package.json')
  for (const room of rooms) await workshop.plant(`${room}/room.ts`, 'export {}\n')
  for (const files of Object.values(breaches)) {
    for (const [name, content] of Object.entries(files)) await workshop.plant(name, content)
  }
  cruised = await cruise(workshop.folder)
})

afterAll(() => workshop.clear())

test('R-HOUSE-1: every rule of the rooms has a planted breach here', () => {
  expect(Object.keys(breaches).sort()).toEqual([...rules].sort())
})

test.each(Object.entries(breaches))('R-HOUSE-1: a breach of "%s" is reported', (rule, files) => {
  const reported = cruised.summary.violations.filter((one) => one.rule.name === rule).map((one) => one.from)
  expect(reported).toContain(Object.keys(files)[0])
})

// Every file of the house is read for it, beside all that other tests do.
test('R-HOUSE-1: no file of the house is unseen by the rules', { timeout: 120_000 }, async () => {
  const seen = new Set((await cruise(project)).modules.map((one) => one.source))
  const sources: string[] = []
  for (const room of rooms) {
    const files = await readdir(path.join(project, room), { recursive: true })
    sources.push(...files.filter((file) => /\.tsx?$/.test(file)).map((file) => `${room}/${file}`))
  }
  expect(sources.filter((file) => !seen.has(file))).toEqual([])
  expect(sources.length).toBeGreaterThan(50)
})
