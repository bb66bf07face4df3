/** The usual words of a notice of the law's own, with what the form says put in. */
import type { Day } from '../calendar/day.ts'
import type { FormValues } from '../item/field.ts'
import type { Item, PublicNotice } from '../item/item.ts'
import { dayWords } from './say.ts'

const PLACE = /\{(\w+)\}/g

/** What is not filled stays a gap for whoever writes the notice. */
export function noticeText(item: Item, { text }: Pick<PublicNotice, 'text'>, form: FormValues): string {
  return text.replace(PLACE, (_, key: string) => {
    const value = form[key] ?? null
    if (value === null || value === '' || typeof value === 'object') return '＿＿'
    const isDay = item.fields.find((field) => field.key === key)?.type === 'date'
    return isDay ? dayWords(value as Day) : String(value)
  })
}

/** The fields that the words ask for. */
export function noticeFields({ text }: Pick<PublicNotice, 'text'>): string[] {
  return [...text.matchAll(PLACE)].map((match) => match[1]!)
}
