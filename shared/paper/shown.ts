/** What of a form, and of what somebody typed, a paper shows: numbers of people only as far as their owner needs to check them. */
import type { Day } from '../calendar/day.ts'
import { checkIdNumber } from '../identity/id-number.ts'
import { maskAddress, maskBank, maskId, maskPhone } from '../identity/mask.ts'
import { checkUscc } from '../identity/uscc.ts'
import { isFilled } from '../item/facts.ts'
import type { Field, FormValue, FormValues } from '../item/field.ts'
import type { Item } from '../item/item.ts'
import { filesOf } from '../item/kept-file.ts'
import { dayWords, moneyWords } from './say.ts'

const masks: Partial<Record<Field['type'], (value: string) => string>> = {
  idNo: maskId,
  phone: maskPhone,
  bankCard: maskBank,
}

/** A value of the form. */
function valueWords(field: Field, value: FormValue): string {
  if (!isFilled(value)) return '（空）'
  if (field.type === 'files')
    return filesOf(value)
      .map(({ name }) => name)
      .join('、')
  if (Array.isArray(value))
    return value.map((each) => (typeof each === 'string' ? each : cells(field, each).join(' '))).join('；')
  if (field.type === 'address' && field.personal) return maskAddress(String(value))
  if (field.personal && masks[field.type] === undefined) return '（不在此显示）'
  return plainWords(field.type, value)
}

function plainWords(type: Field['type'], value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (type === 'money' && typeof value === 'number') return moneyWords(value)
  if (type === 'date' && typeof value === 'string') return dayWords(value as Day)
  return masks[type]?.(String(value)) ?? String(value)
}

function cells(field: Field, row: Readonly<Record<string, string | number | null>>): string[] {
  return (field.columns ?? []).flatMap(({ key, type }) =>
    isFilled(row[key] ?? null) ? [plainWords(type, row[key] ?? null)] : [],
  )
}

/** Before and after; where both look alike, because the change lies in what is hidden, that is said. */
export function changeWords(field: Field, before: FormValue, after: FormValue): [string, string] {
  const [was, is] = [valueWords(field, before), valueWords(field, after)]
  const hidden = was === is && JSON.stringify(before) !== JSON.stringify(after)
  return [was, hidden ? `${is}（隐去的几位有改动）` : is]
}

/** The rows of the form's tables, one line each: 名称：变更前 甲；变更后 乙. What a permit or a confirmation is about. */
export function tableLines(item: Item, form: FormValues): string[] {
  return item.fields.flatMap((field) => {
    const rows = form[field.key]
    if (field.type !== 'table' || field.personal || !Array.isArray(rows)) return []
    const [head, ...rest] = field.columns ?? []
    return rows.flatMap((row) => {
      if (head === undefined || typeof row === 'string') return []
      const said = rest.flatMap(({ key, label, type }) =>
        isFilled(row[key] ?? null) ? [`${label} ${plainWords(type, row[key] ?? null)}`] : [],
      )
      const first = plainWords(head.type, row[head.key] ?? null)
      return [said.length === 0 ? first : `${first}：${said.join('；')}`]
    })
  })
}

/** Identity and account numbers that somebody typed into a sentence, masked; codes of organisations are public. */
export function maskTyped(text: string): string {
  if (text.length < 15) return text
  return text.replace(/[0-9A-Za-z]{15,}/g, (word) => {
    if (checkUscc(word).ok && !checkIdNumber(word).ok) return word
    return word.replace(/\d{15,}[Xx]?/g, (number) => (checkIdNumber(number).ok ? maskId(number) : maskBank(number)))
  })
}
