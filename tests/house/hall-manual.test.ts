/** The administrator's manual tells of every setting of a hall, of every amount that an item asks for, and of the server's variables. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { projectFolder } from '../../scripts/programs.ts'
import { Environment } from '../../server/settings.ts'
import { hallLacks } from '../../shared/item/hall-lacks.ts'
import { Hall } from '../../shared/people/hall.ts'
import { catalogue, hall } from '../make/catalogue.ts'

const manual = readFileSync(path.join(projectFolder, 'docs/manual-it.md'), 'utf8')

/** The cells of each row of the table under a heading. */
function tableUnder(heading: string): string[][] {
  const [, after = ''] = manual.split(`\n${heading}\n`)
  const [part = ''] = after.split(/\n#+ /)
  return part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(2, -2).split(' | '))
}

type Place = { key: string; limits: number[] }

/** Every place of a schema, inner ones as `lights.red`, with the limits of its number. */
function placesOf(shape: z.ZodRawShape, before = ''): Place[] {
  return Object.entries(shape).flatMap(([name, schema]): Place[] => {
    const inner = schema instanceof z.ZodArray ? schema.element : schema
    if (inner instanceof z.ZodObject) return placesOf(inner.shape, `${before}${name}.`)
    const limits = inner instanceof z.ZodNumber ? [inner.minValue, inner.maxValue] : []
    return [
      {
        key: `${before}${name}`,
        limits: limits.filter((each) => each !== null && Math.abs(each) < Number.MAX_SAFE_INTEGER) as number[],
      },
    ]
  })
}

test('R-HOUSE-11: the manual tells of every place in a hall’s file, with the limits of its schema', () => {
  const rows = tableUnder('### 大厅文件')
  const places = placesOf(Hall.shape)
  expect(rows.map(([key]) => key)).toEqual(places.map(({ key }) => `\`${key}\``))
  for (const [index, { key, limits }] of places.entries())
    for (const limit of limits) expect(rows[index]?.[2], key).toContain(String(limit))
})

test('R-HOUSE-11: the manual names every amount that an item asks of the hall, with the items', () => {
  const names = [...new Set(catalogue.items.flatMap((item) => item.settings))].toSorted()
  const worded = { ...hall, settings: Object.fromEntries(names.map((name) => [name, '未定'])) }
  const compared = new Set(hallLacks(catalogue.items, worded).map(({ setting }) => setting))
  const rows = names.map((name) => [
    `\`${name}\``,
    catalogue.items.flatMap(({ code, settings }) => (settings.includes(name) ? [code] : [])).join('、'),
    compared.has(name) ? '是' : '',
    hall.settings[name],
  ])
  expect(tableUnder('### 金额和标准').map((row) => row.join(' | '))).toEqual(rows.map((row) => row.join(' | ')))
})

test('R-HOUSE-11: the manual tells of every variable that the server reads', () => {
  expect(tableUnder('### 环境变量').map(([key]) => key)).toEqual(
    Object.keys(Environment.shape).map((key) => `\`${key}\``),
  )
})
