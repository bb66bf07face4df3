/** What README and manuals tell people to type is what the command line takes. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { bureauProgram } from '../../scripts/bureau-program.ts'
import { projectFolder } from '../../scripts/programs.ts'

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(projectFolder, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const textOf = (page: string) => readFileSync(path.join(projectFolder, page), 'utf8')

/** `npm run bureau -- …` as it stands there: to the end of the line, of the code, or to its comment. */
function bureauLines(text: string): string[] {
  return [...text.matchAll(/npm run bureau -- ([^`\n]+)/g)]
    .map(([, line = '']) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '…')
}

/** A day or a number is written … where it is left to the reader. */
const example: Record<string, string> = { '--from': '2026-11-01', '--until': '2026-11-30', '--size': '20' }
function wordsOf(line: string): string[] {
  const words = line.split(/\s+/)
  return words.map((word, at) => (word === '…' ? (example[words[at - 1] ?? ''] ?? 'x') : word))
}

/** Reads the line as the real command line would, and does nothing. */
async function fault(line: string): Promise<string | undefined> {
  const program = bureauProgram()
  const said: string[] = []
  let done = false
  const quiet = (command: Command): void => {
    command.exitOverride().configureOutput({ writeErr: (text) => said.push(text), writeOut: () => undefined })
    if (command.commands.length === 0)
      command.action(() => {
        done = true
      })
    for (const inner of command.commands) quiet(inner)
  }
  quiet(program)
  try {
    await program.parseAsync(wordsOf(line), { from: 'user' })
    return done ? undefined : 'names no command'
  } catch (error) {
    return (error as { code?: string }).code === 'commander.helpDisplayed' ? undefined : said.join('').trim()
  }
}

test('R-HOUSE-10: every command of the bureau that a page prints is one that the command line takes', async () => {
  const lines = pages.flatMap((page) => bureauLines(textOf(page)).map((line) => ({ page, line })))
  expect(new Set(lines.map(({ page }) => page))).toContain('README.md')
  const faults: string[] = []
  for (const { page, line } of lines) {
    const why = await fault(line)
    if (why !== undefined) faults.push(`${page}: ${line}: ${why}`)
  }
  expect(faults).toEqual([])
})

test('R-HOUSE-10: every `npm run …` that a page prints is a script of the project', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const strange = pages.flatMap((page) =>
    [...textOf(page).matchAll(/npm run (?:-s )?([\w:-]+)/g)].flatMap(([, name = '']) =>
      Object.hasOwn(scripts, name) ? [] : [`${page}: ${name}`],
    ),
  )
  expect(strange).toEqual([])
})
