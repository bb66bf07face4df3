/** What is said of a field that follows from others. */
import { maskId } from '../../shared/identity/mask.ts'
import { formatYuan, type Money } from '../../shared/identity/money.ts'
import type { Derive, Field, FormValue } from '../../shared/item/field.ts'

type What = Derive['what']

/** Beside the field: what it follows from. */
const marks: Record<What, string> = {
  sex: '按证件号码',
  birth: '按证件号码',
  age: '按证件号码',
  ageBand: '按证件号码',
  disabilityKind: '按残疾人证号',
  disabilityGrade: '按残疾人证号',
  rows: '按行数',
  sum: '自动合计',
  perHead: '自动算人均',
  percent: '自动算比例',
  countBand: '按所选项数',
  lastYear: '按收件年份',
}

/** Before the value, where something else was typed. */
const says: Record<What, string> = {
  sex: '证件号码显示为',
  birth: '证件号码显示为',
  age: '证件号码显示为',
  ageBand: '按证件号码应为',
  disabilityKind: '残疾人证号显示为',
  disabilityGrade: '残疾人证号显示为',
  rows: '表里共有',
  sum: '合计算得',
  perHead: '人均算得',
  percent: '比例算得',
  countBand: '按所选项数应为',
  lastYear: '上一年是',
}

export function derivedMark(field: Field): string | undefined {
  return field.derive === undefined ? undefined : marks[field.derive.what]
}

function saysWho({ derive }: Field): string {
  return derive === undefined ? '证件上是' : says[derive.what]
}

/** A value as a sentence says it. */
function shown(field: Field, value: FormValue): string {
  return field.type === 'money' && typeof value === 'number' ? `${formatYuan(value as Money)}元` : String(value)
}

/** As a remark keeps it, which is read unmasked: of a number, enough to see that it is another. */
function kept(field: Field, value: FormValue): string {
  return field.type === 'idNo' ? maskId(String(value)) : shown(field, value)
}

export const differenceWords = {
  beside: (field: Field, derived: FormValue) =>
    `${saysWho(field)}“${shown(field, derived)}”，请核对。确实不同的照填，会记入备注`,
  note: (field: Field, typed: FormValue, derived: FormValue) =>
    `${field.label}填为${kept(field, typed)}，${saysWho(field)}${kept(field, derived)}`,
}
