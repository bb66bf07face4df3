import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { developmentProgram, projectFolder } from '../programs.ts'
import { checkAdded, checkCatalogue } from './check.ts'

const published = path.join(projectFolder, 'catalogue')
const few = ['GL-BT.json', 'YL-YD.json']
let folder: string

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'catalogue-')), 'catalogue')
  // A few items are enough to spoil; what they name of the others is then not there.
  const kept = (file: string) => !file.includes('items/') || few.includes(path.basename(file))
  cpSync(published, folder, { recursive: true, filter: kept })
})
afterEach(() => rmSync(path.dirname(folder), { recursive: true }))

/** Changes a file's text, and gives the line on which the change stands. */
function change(file: string, from: string | RegExp, to: string): number {
  const text = readFileSync(path.join(folder, file), 'utf8')
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${file} has no ${from}`)
  writeFileSync(path.join(folder, file), changed)
  const common = [...changed].findIndex((character, place) => character !== [...text][place])
  return [...changed].slice(0, common).filter((character) => character === '\n').length + 1
}

/** `file:line reason` of everything found in files so named. */
function found(named = ''): string[] {
  const { problems } = checkCatalogue(folder)
  return problems
    .filter(({ problem }) => named !== '' || !problem.startsWith('目录里没有'))
    .map(({ file, line, problem }) => `${path.relative(folder, file)}:${line} ${problem}`)
    .filter((each) => each.includes(named))
}

/** Each of these reads the whole catalogue, some as a program of their own: on a busy machine that takes its time. */
const patience = 120_000

describe('R-CATALOGUE-20: the files of a catalogue are checked together, each fault with file and line', {
  timeout: patience,
}, () => {
  test('as published there is none', () => {
    const { items, problems } = checkCatalogue(published)
    expect(problems).toEqual([])
    expect(items.length).toBeGreaterThan(2)
  })

  test('a file of items under another name, a code twice', () => {
    renameSync(path.join(folder, 'items/GL-BT.json'), path.join(folder, 'items/GL-BU.json'))
    expect(found()).toEqual(['items/GL-BU.json:2 文件名应是 GL-BT.json'])
    cpSync(path.join(folder, 'items/GL-BU.json'), path.join(folder, 'items/GL-BT.json'))
    expect(found()).toContain('items/GL-BU.json:2 “GL-BT”已在另一个文件里')
  })

  test('an item that names a list or an item that is not there', () => {
    const line = change('items/GL-BT.json', /"options": \[[^\]]*\]/, '"list": "nowhere"')
    expect(found()).toEqual([`items/GL-BT.json:${line} 没有“nowhere”这个代码表`])
    const excludes = '[{"items": ["XX-XX"], "words": "不能同时享受", "basis": "办法", "weight": "wall"}]'
    const named = change('items/YL-YD.json', '"name"', `"excludes": ${excludes},\n  "name"`)
    expect(found('YL-YD')).toContain(`items/YL-YD.json:${named} 目录里没有“XX-XX”这个事项`)
  })

  test('a year with a day twice, a day off that is a make-up day, a hole, a year left out, a year twice', () => {
    const twice = change('calendars/2026.json', '"2026-01-02",', '"2026-01-02", "2026-01-02",')
    expect(found()).toEqual([`calendars/2026.json:${twice} 2026年1月2日写了两次`])
    change('calendars/2026.json', '"2026-01-02", "2026-01-02",', '"2026-01-02",\n    "2026-02-14",')
    expect(found().join()).toMatch(/calendars\/2026\.json:\d+ 2026年2月14日既是放假日又是补班日/)
    change('calendars/2026.json', '\n    "2026-02-14",', '')
    change('calendars/2026.json', '"2026-02-18",', '')
    expect(found().join()).toMatch(/calendars\/2026\.json:\d+ 2026年2月18日前后都放假/)
  })

  test('a year twice, and a year left out', () => {
    cpSync(path.join(folder, 'calendars/2026.json'), path.join(folder, 'calendars/again.json'))
    expect(found()).toEqual(['calendars/again.json:1 2026年已在另一个文件里'])
    rmSync(path.join(folder, 'calendars/again.json'))
    const next = readFileSync(path.join(folder, 'calendars/2026.json'), 'utf8')
      .replaceAll('2026', '2028')
      .replace('2025-11-04', '2027-11-04')
    writeFileSync(path.join(folder, 'calendars/2028.json'), next)
    expect(found().join()).toContain('中间隔着一年')
  })

  test('a template that speaks of what is not there, and a paper without its template', () => {
    const line = change('papers/2026.11/receipt.json', '{noticeBy}', '{weather}')
    expect(found()).toEqual([expect.stringMatching(/^papers\/2026\.11\/receipt\.json:\d+ 没有“\{weather\}”这个位置$/)])
    expect(line).toBeGreaterThan(1)
    rmSync(path.join(folder, 'papers/2026.11/receipt.json'))
    expect(found()).toEqual(['papers/2026.11:1 receipt：没有这种文书的模板'])
  })

  test('a hall with a window twice or without an office, what is not taken without where to go, an option twice', () => {
    change('halls/demo.json', '"no": 2,', '"no": 1,')
    expect(found().join()).toMatch(/halls\/demo\.json:\d+ 1号窗口出现两次/)
    change('not-taken.json', '"goTo"', '"where"')
    expect(found().join()).toMatch(/not-taken\.json:\d+ 缺少“goTo”这一项/)
    writeFileSync(path.join(folder, 'lists.json'), '{\n"nation": [\n"汉族",\n"汉族"]}')
    expect(found()).toContain('lists.json:4 “汉族”出现两次')
  })
})

describe('R-CATALOGUE-21: a file is checked as it would be added', { timeout: patience }, () => {
  test('an item, a year, a template, what is not taken, by what the file holds', () => {
    for (const file of [
      'items/GL-BT.json',
      'calendars/2026.json',
      'papers/2026.11/receipt.json',
      'not-taken.json',
      'halls/demo.json',
    ])
      expect(checkAdded(path.join(folder, file), published).problems, file).toEqual([])
    expect(checkAdded(path.join(folder, 'items'), published).problems).toEqual([])
    const line = change('items/GL-BT.json', '"type": "bankCard"', '"type": "bankcard"')
    expect(checkAdded(path.join(folder, 'items/GL-BT.json'), published).problems).toMatchObject([
      { line, path: 'fields.bankNo.type' },
    ])
  })

  test('the command prints a line a fault and fails', () => {
    const run = (...given: string[]) =>
      spawnSync(developmentProgram('tsx'), [path.join(projectFolder, 'scripts/catalogue.ts'), 'check', ...given], {
        encoding: 'utf8',
      })
    const file = path.join(folder, 'items/GL-BT.json')
    const line = change('items/GL-BT.json', '"type": "bankCard"', '"type": "bankcard"')
    const { status, stdout } = run(file)
    expect(status).toBe(1)
    expect(stdout).toMatch(new RegExp(`^.*GL-BT\\.json:${line} fields\\.bankNo\\.type：只能是.*\n1处要改。\n$`))
    expect(run(path.join(folder, 'nowhere'))).toMatchObject({ status: 1, stderr: expect.stringContaining('找不到') })
  })
})
