import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { calendar, catalogue, hall } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { checkItemText } from './check-text.ts'

const file = fileURLToPath(new URL('../../catalogue/items/GL-BT.json', import.meta.url))
const text = readFileSync(file, 'utf8')
const beside = { calendar, hall, ...catalogue }

/** The line on which this stands first. */
const lineOf = (whole: string, part: string) => whole.slice(0, whole.indexOf(part)).split('\n').length
const kite = make.item()
const written = (item: unknown) => JSON.stringify(item, null, 2)

describe('R-CATALOGUE-4: an item’s file is checked as text, each fault with line, place and reason', () => {
  test('a file of the catalogue has none', () => {
    const { item, problems } = checkItemText(text, beside)
    expect(problems).toEqual([])
    expect(item?.code).toBe('GL-BT')
  })

  test('a text that is no JSON', () => {
    const cut = text.slice(0, text.indexOf('"aliases"'))
    expect(checkItemText(cut, beside)).toEqual({
      item: undefined,
      problems: [{ line: lineOf(text, '"aliases"'), path: '', problem: '文件到这里就完了，少了右括号或引号' }],
    })
  })

  test('a key that the schema does not know stands on its own line', () => {
    const spoilt = text.replace('"processing"', '"fee": 1,\n  "processing"')
    expect(checkItemText(spoilt, beside).problems).toEqual([
      { line: lineOf(spoilt, '"fee"'), path: 'fee', problem: '不认识“fee”这一项' },
    ])
  })

  test('what is missing stands where it belongs', () => {
    const { legalBasis, ...without } = kite
    expect(legalBasis).not.toEqual([])
    expect(checkItemText(written(without)).problems).toEqual([
      { line: 1, path: 'legalBasis', problem: '缺少“legalBasis”这一项' },
    ])
  })

  test('each kind of wrong value is said in words', () => {
    const { limits, agent, fields } = kite
    const wrong: [change: object, path: string, problem: RegExp][] = [
      [{ name: 1 }, 'name', /^应是文字/],
      [{ name: '' }, 'name', /^文字至少2个字$/],
      [{ aliases: [] }, 'aliases', /^列表至少1项$/],
      [{ kind: 'licence' }, 'kind', /^只能是“permit”、“filing”/],
      [{ inForce: { from: '2026-02-30', until: null } }, 'inForce.from', /^应是真有的日期/],
      [{ feeFen: 0.5 }, 'feeFen', /^应是整数$/],
      [{ feeFen: -1 }, 'feeFen', /^至少0$/],
      [{ code: 'kite' }, 'code', /^写法不对/],
      [{ limits: { ...limits, promised: { count: 3, basis: '条例' } } }, 'limits.promised.unit', /^缺少“unit”这一项$/],
      [{ agent: { ...agent, when: { feld: 'isAgent', is: true } } }, 'agent.when.feld', /^不认识“feld”这一项$/],
      [{ agent: { ...agent, when: 'always' } }, 'agent.when', /^应是一组/],
      [{ fields: [{ ...fields[0], type: 'idcard' }] }, `fields.${fields[0]!.key}.type`, /^只能是“text”/],
    ]
    for (const [change, path, problem] of wrong) {
      const found = checkItemText(written({ ...kite, ...change })).problems.find((each) => each.path === path)
      expect(found?.problem, path).toMatch(problem)
    }
  })

  test('what the rules find stands on its line too, and the item is there to be shown', () => {
    const spoilt = written({ ...kite, applicant: { ...kite.applicant, phone: 'mobile' } })
    const { item, problems } = checkItemText(spoilt, { calendar })
    expect(item?.code).toBe(kite.code)
    expect(problems).toEqual([
      { line: lineOf(spoilt, '"mobile"'), path: 'applicant.phone', problem: '没有“mobile”这个字段' },
    ])
  })

  test('a name that another item has, an office the hall has not, a key twice', () => {
    const named = written({ ...kite, name: catalogue.items[0]!.name })
    const { problems } = checkItemText(named.replace('"aliases"', '"feeFen": 0,\n  "aliases"'), beside)
    expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['', 'name', 'steps.judge']))
    expect(problems.map(({ line }) => line)).toEqual(problems.map(({ line }) => line).toSorted((a, b) => a - b))
    expect(checkItemText(written({ ...kite, name: catalogue.notTaken[0]!.name }), catalogue).problems[0]?.path).toBe(
      'name',
    )
  })

  test('an item that replaces its own edition is no second one', () => {
    expect(checkItemText(text, { items: catalogue.items, lists: catalogue.lists }).problems).toEqual([])
  })
})
