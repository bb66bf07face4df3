/** A value of the form as the page shows it: masked where it is personal, until it is opened with a reason. Pure. */
import type { Day } from '../../shared/calendar/day.ts'
import { maskAddress, maskBank, maskId, maskName, maskPhone } from '../../shared/identity/mask.ts'
import { formatYuan, type Money } from '../../shared/identity/money.ts'
import { isFilled } from '../../shared/item/facts.ts'
import type { Field, FormValue } from '../../shared/item/field.ts'
import { filesOf } from '../../shared/item/kept-file.ts'
import { fieldTextWords } from '../words/case.ts'
import { dayText } from '../words/dates.ts'
import { filesWords } from '../words/files.ts'

/** What of a personal field may be seen; what has no mask of its own is hidden whole. */
function masked(field: Field, text: string): string {
  switch (field.type) {
    case 'idNo':
    case 'uscc':
      return maskId(text)
    case 'phone':
      return maskPhone(text)
    case 'bankCard':
      return maskBank(text)
    case 'address':
      return maskAddress(text)
    case 'text':
      return maskName(text)
    default:
      return fieldTextWords.hidden
  }
}

/** The text of one value; `open`: somebody gave a reason to see it. */
export function fieldText(field: Field, value: FormValue, open: boolean): string {
  if (!isFilled(value)) return fieldTextWords.empty
  if (field.type === 'files') return filesWords.hidden(filesOf(value).length)
  if (field.personal && !open) return typeof value === 'string' ? masked(field, value) : fieldTextWords.hidden
  if (typeof value === 'boolean') return value ? fieldTextWords.yes : fieldTextWords.no
  if (field.type === 'money' && typeof value === 'number') return fieldTextWords.yuan(formatYuan(value as Money))
  if (field.type === 'date' && typeof value === 'string') return dayText(value as Day)
  if (field.type === 'idNo' && typeof value === 'string') return value.replace(/^(.{6})(.{8})(.{4})$/, '$1 $2 $3')
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string').join('、')
  return String(value)
}

/** The rows of a table, its money as yuan. */
export function tableRows(field: Field, value: FormValue): string[][] {
  if (!Array.isArray(value)) return []
  return value.map((row) =>
    (field.columns ?? []).map((column) => {
      const cell = (row as Record<string, FormValue>)[column.key] ?? null
      if (column.type === 'money' && typeof cell === 'number') return formatYuan(cell as Money)
      return isFilled(cell) ? String(cell) : ''
    }),
  )
}
