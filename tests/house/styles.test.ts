/** A class has its look in one style sheet: all of them are in the window together, and the last one read would win. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../renderer')

/** Classes that a sheet draws by themselves. On paper (@media) what stands around a page is left out by that page. */
function drawnIn(sheet: string): string[] {
  const text = readFileSync(path.join(folder, sheet), 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  return [...text.matchAll(/([^{}]+)\{/g)].flatMap(([, selectors]) =>
    selectors!.split(',').flatMap((each) => /^\.[\w-]+$/.exec(each.trim())?.[0] ?? []),
  )
}

test('no class is drawn by two style sheets', () => {
  const sheets = new Map<string, Set<string>>()
  for (const sheet of readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((each) =>
    each.endsWith('.css'),
  ))
    for (const name of drawnIn(sheet)) sheets.set(name, (sheets.get(name) ?? new Set()).add(sheet))
  expect(sheets.size).toBeGreaterThan(100)
  expect([...sheets].filter(([, where]) => where.size > 1)).toEqual([])
})
