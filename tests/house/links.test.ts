import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../scripts/programs.ts'

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...(readdirSync(path.join(projectFolder, 'docs'), { recursive: true }) as string[]).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'))

test.each(pages)('every link and picture of %s leads to a file of the project', (page) => {
  const text = readFileSync(path.join(projectFolder, page), 'utf8')
  const targets = [...text.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].flatMap(([, target]) => target ?? [])
  const local = targets.filter((target) => !/^[a-z]+:/.test(target))
  expect(local.filter((target) => !existsSync(path.join(projectFolder, path.dirname(page), target)))).toEqual([])
})
