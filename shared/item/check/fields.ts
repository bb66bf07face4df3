/** The form: keys, sections, options, derived fields, tables, and what must be sealed. */
import { isKnownDocument } from '../document.ts'
import type { Derive, Field } from '../field.ts'
import type { Item } from '../item.ts'
import { type Finding, type ItemRule, twice } from './finding.ts'

const WORDS = /[a-z](idNo|idType|phone|address|nation|birth|name)$/
const REAL_WORDS = /(do|desig|combi)nation$|(sur|user|nick)name$/
const SEALED = new Set(['idNo', 'phone', 'bankCard', 'disabilityNo'])

export const checkFields: ItemRule = (item) => [
  ...keysOnce(item),
  ...item.fields.flatMap((field) => {
    const at = (rest: string, problem: string): Finding => ({ path: `fields.${field.key}.${rest}`, problem })
    return [
      ...plain(item, field, at),
      ...choices(field, at),
      ...derived(item, field, at),
      ...tables(item, field, at),
      ...files(field, at),
    ]
  }),
]

type At = (rest: string, problem: string) => Finding

function keysOnce(item: Item): Finding[] {
  const lists = {
    fields: item.fields.map((field) => field.key),
    sections: item.sections.map((section) => section.key),
    materials: item.materials.map((material) => material.key),
    steps: item.steps.map((step) => step.key),
    suspensions: item.suspensions.map((suspension) => suspension.key),
    eligibility: item.eligibility.map((rule) => rule.key),
    aliases: item.aliases,
  }
  return Object.entries(lists).flatMap(([path, keys]) =>
    twice(keys).map((key) => ({ path, problem: `“${key}”出现两次` })),
  )
}

function plain(item: Item, field: Field, at: At): Finding[] {
  const found: Finding[] = []
  if (!item.sections.some((section) => section.key === field.section))
    found.push(at('section', `没有“${field.section}”这一节`))
  if (WORDS.test(field.key) && !REAL_WORDS.test(field.key)) found.push(at('key', '键名要用驼峰写法'))
  const types = [field.type, ...(field.columns ?? []).map((column) => column.type)]
  if (types.some((type) => SEALED.has(type)) && !field.personal)
    found.push(at('personal', '证件号码、电话、账号必须标为个人信息'))
  if (field.type === 'money' && /万元/.test(field.label + (field.help ?? '')))
    found.push(at('label', '金额一律以元录入，不用万元'))
  for (const [key, part] of [['', field] as const, ...(field.columns ?? []).map((each) => [each.key, each] as const)])
    if (part.min !== undefined && part.max !== undefined && part.min > part.max)
      found.push(at(key === '' ? 'min' : `columns.${key}.min`, '最小的大于最大的'))
  if (field.idTypeField === undefined) return found
  const idType = item.fields.find((each) => each.key === field.idTypeField)
  if (field.type !== 'idNo' || idType?.type !== 'choice')
    return [...found, at('idTypeField', '要指向一个选择证件类型的字段')]
  const strange = (idType.options ?? []).filter((option) => !isKnownDocument(option))
  return [...found, ...strange.map((option) => at('idTypeField', `不认识的证件“${option}”`))]
}

/** What is scanned says more of a person than any line of the form, and nothing can be filled in beforehand. */
function files(field: Field, at: At): Finding[] {
  if (field.type !== 'files') return field.files === undefined ? [] : [at('files', '只有附件字段有附件的限制')]
  const found = field.personal ? [] : [at('personal', '附件必须标为个人信息')]
  return field.default === undefined ? found : [...found, at('default', '附件没有默认值')]
}

function choices(field: Field, at: At): Finding[] {
  const chosen = field.type === 'choice' || field.type === 'several'
  if (!chosen) return field.options === undefined ? [] : [at('options', '只有选择类字段有选项')]
  const options = field.options ?? []
  const found = twice(options).map((option) => at('options', `选项“${option}”出现两次`))
  if (options.length === 0) found.push(at('options', '没有选项'))
  if (typeof field.default === 'string' && !options.includes(field.default))
    found.push(at('default', '默认值不在选项里'))
  return found
}

/** Which fields a value may follow from, and which may hold it. */
const DERIVED: Record<Derive['what'], { sources: readonly string[] | null; wanted: readonly string[] }> = {
  sex: { sources: ['idNo'], wanted: ['choice'] },
  birth: { sources: ['idNo'], wanted: ['date'] },
  age: { sources: ['idNo'], wanted: ['number'] },
  ageBand: { sources: ['idNo'], wanted: ['choice'] },
  disabilityKind: { sources: ['disabilityNo'], wanted: ['choice'] },
  disabilityGrade: { sources: ['disabilityNo'], wanted: ['choice'] },
  rows: { sources: ['table'], wanted: ['number'] },
  sum: { sources: ['table'], wanted: ['money', 'number'] },
  perHead: { sources: ['money'], wanted: ['money'] },
  percent: { sources: ['money', 'number'], wanted: ['number'] },
  countBand: { sources: ['several'], wanted: ['choice'] },
  lastYear: { sources: null, wanted: ['number'] },
}

function derived(item: Item, field: Field, at: At): Finding[] {
  if (field.derive === undefined) return field.bands === undefined ? [] : [at('bands', '只有按年龄分档的字段有分档')]
  const { from, what } = field.derive
  const found: Finding[] = []
  const typeOf = (key: string) => item.fields.find((each) => each.key === key)?.type
  const { sources, wanted } = DERIVED[what]
  if (sources !== null && !sources.includes(typeOf(from) ?? ''))
    found.push(at('derive.from', `“${from}”不是${what}能推导的字段`))
  const others =
    'plus' in field.derive
      ? (field.derive.plus ?? [])
      : 'by' in field.derive
        ? [field.derive.by]
        : 'of' in field.derive
          ? [field.derive.of]
          : []
  for (const other of others)
    if (!['money', 'number'].includes(typeOf(other) ?? '')) found.push(at('derive', `“${other}”不是金额或数字字段`))
  if ('column' in field.derive) {
    const { column } = field.derive
    const type = item.fields.find((each) => each.key === from)?.columns?.find((each) => each.key === column)?.type
    if (type !== 'money' && type !== 'number') found.push(at('derive.column', `表里没有“${column}”这一列金额或数字`))
    else if (type !== field.type) found.push(at('type', `“${column}”合计要放在 ${type} 字段里`))
  } else if (!wanted.includes(field.type)) found.push(at('type', `推导出的 ${what} 要放在 ${wanted.join('或')} 字段里`))
  if (what === 'sex' && !['男', '女'].every((sex) => field.options?.includes(sex)))
    found.push(at('options', '性别的选项要有“男”“女”'))
  if (what !== 'ageBand' && what !== 'countBand') return found
  const bands = field.bands ?? []
  if (bands.length === 0) found.push(at('bands', '没有分档'))
  for (const [, option] of bands)
    if (!field.options?.includes(option)) found.push(at('bands', `分档“${option}”不在选项里`))
  return found
}

function tables(item: Item, field: Field, at: At): Finding[] {
  if (field.type !== 'table')
    return [field.columns, field.rowsFrom, field.rows, field.unique, field.totals].every((part) => part === undefined)
      ? []
      : [at('columns', '只有表格有列')]
  const columns = field.columns ?? []
  const found = twice(columns.map((column) => column.key)).map((key) => at('columns', `列“${key}”出现两次`))
  if (columns.length === 0) found.push(at('columns', '表格没有列'))
  for (const column of columns)
    if (column.type === 'choice' && !column.options?.length) found.push(at(`columns.${column.key}`, '没有选项'))
  const named = [...(field.unique === undefined ? [] : [field.unique]), ...(field.totals ?? [])]
  for (const key of named)
    if (!columns.some((column) => column.key === key)) found.push(at('columns', `没有“${key}”这一列`))
  for (const key of field.totals ?? [])
    if (!['money', 'number'].includes(columns.find((column) => column.key === key)?.type ?? 'money'))
      found.push(at('totals', `“${key}”不是金额或数字，不能合计`))
  if (field.rows !== undefined && field.rows.least > field.rows.most) found.push(at('rows', '最少的行数大于最多的'))
  if (field.rowsFrom === undefined) return found
  const source = item.fields.find((each) => each.key === field.rowsFrom)
  if (source?.type !== 'several') found.push(at('rowsFrom', '要指向一个可多选的字段'))
  if (columns[0]?.type !== 'text') found.push(at('columns', '逐项列行的表格，第一列放该项的名称'))
  return found
}
