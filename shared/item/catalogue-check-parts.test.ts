/** The parts that only some items have: derived figures, tables, partners, cooling off, what comes back, what excludes. */
import { describe, expect, test } from 'vitest'
import { calendar, catalogue } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { catalogueProblems, itemProblems } from './catalogue-check.ts'
import { type Field, Field as FieldSchema } from './field.ts'
import { Item } from './item.ts'

type Spoil = (item: Item) => Partial<Item>

const plain = { section: 'who', required: false, personal: false } as const
const family: Field = {
  ...plain,
  key: 'family',
  label: '同行的人',
  type: 'table',
  personal: true,
  columns: [
    { key: 'name', label: '姓名', type: 'text', required: true },
    { key: 'idNo', label: '证件号码', type: 'idNo', required: false },
    { key: 'share', label: '分担', type: 'money', required: false },
  ],
  rows: { least: 1, most: 5 },
  unique: 'idNo',
  totals: ['share'],
}
const total: Field = {
  ...plain,
  key: 'total',
  label: '合计',
  type: 'money',
  derive: { from: 'family', what: 'sum', column: 'share' },
}
const heads: Field = { ...plain, key: 'heads', label: '人数', type: 'number', derive: { from: 'family', what: 'rows' } }
const perHead: Field = {
  ...plain,
  key: 'perHead',
  label: '人均',
  type: 'money',
  derive: { from: 'total', what: 'perHead', by: 'heads' },
}

/** The kite item with these fields besides, and then spoilt. */
function found(fields: Field[], spoil: Spoil = () => ({})): string[] {
  const kite = make.item()
  const item = { ...kite, fields: [...kite.fields, ...fields.map((field) => FieldSchema.parse(field))] }
  return itemProblems({ ...item, ...spoil(item) }, calendar).map(({ path }) => path)
}

test('R-CATALOGUE-2: a table with totals and what follows from it is in order as it stands', () => {
  expect(found([family, total, heads, perHead])).toEqual([])
})

describe('R-CATALOGUE-2: each kind of fault of the parts that some items have', () => {
  test.each<[string, Field[], string]>([
    ['a sum of a column that is not there', [family, { ...total, derive: { from: 'family', what: 'sum', column: 'cost' } }], 'fields.total.derive.column'],
    ['a sum of words', [family, { ...total, derive: { from: 'family', what: 'sum', column: 'name' } }], 'fields.total.derive.column'],
    ['a sum of money kept as a number', [family, { ...total, type: 'number' }], 'fields.total.type'],
    ['a sum of no table', [family, { ...total, derive: { from: 'phone', what: 'sum', column: 'share' } }], 'fields.total.derive.from'],
    ['money divided among something that is no number', [family, total, { ...perHead, derive: { from: 'total', what: 'perHead', by: 'phone' } }], 'fields.perHead.derive'],
    ['rows counted into a text', [family, { ...heads, type: 'text' }], 'fields.heads.type'],
    ['a grade from what is no certificate', [{ ...plain, key: 'grade', label: '等级', type: 'choice', options: ['一级'], derive: { from: 'phone', what: 'disabilityGrade' } }], 'fields.grade.derive.from'],
    ['a column that holds nothing twice and is not there', [{ ...family, unique: 'number' }], 'fields.family.columns'],
    ['a total of words', [{ ...family, totals: ['name'] }], 'fields.family.totals'],
    ['more rows at least than at most', [{ ...family, rows: { least: 6, most: 5 } }], 'fields.family.rows'],
    ['rows of what is no table', [{ ...heads, rows: { least: 1, most: 2 } }], 'fields.heads.columns'],
    ['a column twice', [{ ...family, columns: [...family.columns!, family.columns![0]!] }], 'fields.family.columns'],
    ['a column to choose from nothing', [{ ...family, columns: [...family.columns!, { key: 'kind', label: '关系', type: 'choice', required: false }] }], 'fields.family.columns.kind'],
    ['an open certificate number', [{ ...plain, key: 'card', label: '残疾人证号', type: 'disabilityNo' }], 'fields.card.personal'],
    ['a least above the most', [{ ...plain, key: 'wind', label: '风力', type: 'number', min: 5, max: 3 }], 'fields.wind.min'],
    ['a least above the most in a column', [{ ...family, columns: [...family.columns!.slice(0, 2), { key: 'share', label: '分担', type: 'money', required: false, min: 2, max: 1 }] }], 'fields.family.columns.share.min'],
  ])('%s', (_, fields, path) => expect(found(fields)).toContain(path)) // biome-ignore format: a table

  const limit = (count: number, unit: 'workingDays' | 'calendarDays') => ({
    count,
    unit,
    basis: '《风筝放飞条例（虚构）》',
    certainty: 'high' as const,
  })
  const rhythm =
    (how: object): Spoil =>
    () => ({
      recurrence: [
        { key: 'again', name: '年审', opens: 'FZ-FZ', rhythm: how, remindDays: 30, basis: '条例', certainty: 'high' },
      ] as never,
    })

  const moon = { field: 'moon', is: true }
  const withField =
    (key: string, change: object): Spoil =>
    ({ fields }) => ({ fields: fields.map((each) => (each.key === key ? { ...each, ...change } : each)) })

  test.each<[string, Spoil, string]>([
    ['a field twice', ({ fields }) => ({ fields: [...fields, fields[0]!] }), 'fields'],
    ['a section twice', ({ sections }) => ({ sections: [...sections, sections[0]!] }), 'sections'],
    ['a step twice', ({ steps }) => ({ steps: [...steps, steps[0]!] }), 'steps'],
    ['a stop twice', ({ suspensions }) => ({ suspensions: [...suspensions, suspensions[0]!] }), 'suspensions'],
    ['a rule twice', ({ eligibility }) => ({ eligibility: [...eligibility, eligibility[0]!] }), 'eligibility'],
    ['an option twice', withField('reason', { options: ['换证', '换证', '新办'] }), 'fields.reason.options'],
    ['bands of what follows from no age', withField('length', { bands: [[0, '短']] }), 'fields.length.bands'],
    ['a document named by a text', withField('idNo', { idTypeField: 'name' }), 'fields.idNo.idTypeField'],
    ['an applicant whose number is a text', withField('idNo', { type: 'text', idTypeField: undefined }), 'applicant.idNo'],
    ['an agent in a field that is not there', ({ agent }) => ({ agent: { ...agent!, phone: 'mobile' } }), 'agent.phone'],
    ['a list of chosen things without their names', withField('swaps', { columns: [{ key: 'count', label: '数量', type: 'number', required: true }] }), 'fields.swaps.columns'],
    ['a grade to be reasoned that is none', ({ result }) => ({ result: { ...result, reasonedGrades: ['中飞'] } }), 'result.grades'],
    ['a number written otherwise than its pattern', ({ result }) => ({ result: { ...result, numbered: { pattern: '^F\\d{6}$', example: 'F1' } } }), 'result.numbered'],
    ['a number of no pattern', ({ result }) => ({ result: { ...result, numbered: { pattern: '(', example: 'F1' } } }), 'result.numbered'],
    ['a permit that costs something', () => ({ kind: 'permit', feeFen: 1 }), 'feeFen'],
    ['a benefit that is permitted', ({ result }) => ({ kind: 'benefit', result: { ...result, deciding: { act: '给付', grant: '准予给付' } } }), 'result.deciding'],
    ['a paper asked by no such field', ({ materials }) => ({ materials: [{ ...materials[0]!, when: moon, whenWords: '月' }] }), `materials.${make.item().materials[0]!.key}.when`],
    ['a step asked by no such field', ({ steps }) => ({ steps: [{ ...steps[0]!, when: moon, whenWords: '月' }] }), 'steps.look.when'],
    ['a stop asked by no such field', ({ suspensions }) => ({ suspensions: [{ ...suspensions[1]!, when: moon, whenWords: '月' }] }), 'suspensions.windTest.when'],
    ['an agent asked by no such field', ({ agent }) => ({ agent: { ...agent!, when: moon } }), 'agent.when'],
    ['a section asked by no such field', ({ sections }) => ({ sections: sections.map((each, nth) => (nth === 1 ? { ...each, when: moon } : each)) }), `sections.${make.item().sections[1]!.key}.when`],
    ['a field asked by no such field', withField('length', { when: moon }), 'fields.length.when'],
    ['a field required by no such field', withField('length', { required: moon }), 'fields.length.required'],
    ['a rule asked by no such field', ({ eligibility }) => ({ eligibility: [{ ...eligibility[0]!, when: moon }] }), 'eligibility.age6.when'],
    ['a partner in a field that is not there', () => ({ partner: { name: 'spouse', idType: null, idNo: 'idNo', phone: null } }), 'partner.name'],
    ['an agent where nobody can come in their place', () => ({ inPerson: { words: '须本人到场', basis: '条例' } }), 'agent'],
    ['a promise capped by working days', ({ limits }) => ({ limits: { ...limits, statutory: limit(20, 'workingDays'), capped: true } }), 'limits.capped'],
    ['cooling off with a promise', () => ({ coolingOff: { days: 30, collectDays: 30, basis: '条例' } }), 'coolingOff'],
    ['work that comes back by a text', rhythm({ by: 'phone', months: { 甲: 3 } }), 'recurrence.again.rhythm'],
    ['work that comes back for an option that is none', rhythm({ by: 'reason', months: { 飞走: 3 } }), 'recurrence.again.rhythm'],
    ['work that comes back on February 30', rhythm({ month: 2, day: 30 }), 'recurrence.again.rhythm'],
    ['a condition on a setting that is not listed', ({ eligibility }) => ({ eligibility: [{ ...eligibility[0]!, key: 'wind', when: { field: 'deposit', below: { setting: 'kite.wind', unit: 'yuan' } } }] }), 'settings'],
    ['a share of a setting that is not listed', ({ eligibility }) => ({ eligibility: [{ ...eligibility[0]!, key: 'wind', when: { field: 'deposit', atLeast: { field: 'length', every: { per: 10, each: { setting: 'kite.wind' } } } } }] }), 'settings'],
    ['a form that counts working days', ({ fields }) => ({ fields: fields.map((field) => (field.key === 'length' ? { ...field, when: { field: 'flyOn', below: { field: 'birth', plus: { workdays: 2 } } } } : field)) }), 'fields.length.when'],
    ['a form that compares with a setting', ({ fields }) => ({ fields: fields.map((field) => (field.key === 'length' ? { ...field, when: { field: 'deposit', below: { setting: 'kite.wind', unit: 'yuan' } } } : field)) }), 'fields.length.when'],
    ['a sum of fields that are not there', ({ eligibility }) => ({ eligibility: [{ ...eligibility[0]!, when: { sum: ['age', 'height'], atLeast: 3 } }] }), `eligibility.${make.item().eligibility[0]!.key}.when`],
    ['an option that is none, in a list of them', ({ materials }) => ({ materials: materials.map((each) => (each.key === 'oldPermit' ? { ...each, when: { field: 'reason', in: ['换证', '飞走'] } } : each)) }), 'materials.oldPermit.when'],
  ])('%s', (_, spoil, path) => expect(found([], spoil)).toContain(path)) // biome-ignore format: a table

  test('an edition whose items name one that it has not', () => {
    const kite = make.item()
    const excluding = {
      ...kite,
      excludes: [{ items: ['XX-XX'], words: '不能同放', basis: '条例', weight: 'wall' }],
    } as never as Item
    const paths = catalogueProblems({ ...catalogue, items: [excluding] }).map(({ item, path }) => `${item} ${path}`)
    expect(paths).toEqual([`${kite.code} excludes.0.items.0`])
    const again = { ...kite, ...rhythm({ months: 12 })(kite) }
    expect(catalogueProblems({ ...catalogue, items: [again] })).toEqual([])
    const elsewhere = { ...again, recurrence: [{ ...again.recurrence![0]!, opens: 'XX-XX' as never }] }
    expect(catalogueProblems({ ...catalogue, items: [elsewhere] }).map(({ path }) => path)).toEqual([
      'recurrence.again.opens',
    ])
  })
})

describe('R-CATALOGUE-2: the schema itself refuses', () => {
  const limited = (limit: object) => ({ limits: { statutory: limit, promised: null } })
  test.each<[string, object]>([
    ['a key nobody knows', { colour: '红' }],
    ['an item without a legal basis', { legalBasis: [] }],
    ['a limit without a unit', limited({ count: 5, basis: '条例', certainty: 'high' })],
    ['a limit in weeks', limited({ count: 5, unit: 'weeks', basis: '条例', certainty: 'high' })],
    ['a limit of no days', limited({ count: 0, unit: 'workingDays', basis: '条例', certainty: 'high' })],
    ['at once with a number', limited({ count: 1, unit: 'onTheSpot', basis: '条例', certainty: 'high' })],
    ['a limit without its law', limited({ count: 5, unit: 'hours', basis: '', certainty: 'high' })],
    ['one grade only', { result: { type: 'none', name: '检查', promise: '', validYears: null, grades: ['合格'] } }],
    ['a code in small letters', { code: 'fz-fz' }],
    ['three people on a seat', { decider: { office: 'leader', role: 'head', persons: 3 } }],
    ['no name people call it by', { aliases: [] }],
  ])('%s', (_, change) => expect(Item.safeParse({ ...make.item(), ...change }).success).toBe(false)) // biome-ignore format: a table

  test('and takes each unit there is', () => {
    for (const [count, unit] of [[5, 'workingDays'], [5, 'calendarDays'], [48, 'hours'], [0, 'onTheSpot']] as const)
      expect(Item.safeParse({ ...make.item(), ...limited({ count, unit, basis: '条例', certainty: 'high' }) }).success).toBe(true) // biome-ignore format: one line
  })
})
