/** Whether the applicant may get what they ask for, rule by rule, as far as the form shows it. */
import type { Calendar } from '../calendar/calendar.ts'
import { calendarDeadline } from '../calendar/calendar-deadline.ts'
import { Day } from '../calendar/day.ts'
import { addWorkdays } from '../calendar/workdays.ts'
import { formatYuan, type Money } from '../identity/money.ts'
import { type Condition, comparisons, fieldsIn, operandOf, settingOf, workdaysAfter } from './condition.ts'
import { holds, isFilled, lastDayFact, settingFact, settingName, settingNumber, workdayFact } from './facts.ts'
import type { FormValues } from './field.ts'
import { type FactName, factNames, factsOf } from './form-facts.ts'
import { visibleFields } from './form-schema.ts'
import type { Item } from './item.ts'

export type EligibilityLine = {
  key: string
  words: string
  /** ask: a question that nobody answered yet · unknown: what it is computed from is not filled yet */
  state: 'met' | 'unmet' | 'ask' | 'unknown'
  /** wall: it cannot be granted · hint: said, never in the way */
  weight: 'wall' | 'hint'
  /** What it was computed from, in words (周岁 82); empty for a question. Personal fields are named without their value. */
  why: string
  /** Settings it compares with that the hall lacks: nothing is said of the applicant then. */
  lacking: string[]
}

/** Every rule of the item on a day. `answers`: the questions the clerk ticked, by the rule's key. */
export function eligibilityOf(
  item: Item,
  values: FormValues,
  answers: Readonly<Record<string, boolean>>,
  today: Day,
  receivedOn: Day = today,
  settings: Readonly<Record<string, string>> = {},
  /** Without one, rules that count working days say nothing, and no last day is put off to a working day. */
  calendar?: Calendar,
): EligibilityLine[] {
  const facts = {
    ...factsOf(item, values, today, receivedOn, settings),
    ...(calendar === undefined ? {} : calendarFacts(item, values, calendar)),
  }
  const shown = new Set(visibleFields(item, values, today).map((field) => field.key))
  return item.eligibility.map(({ key, words, when, weight }) => {
    if (when === undefined) {
      const answer = answers[key]
      return {
        key,
        words,
        state: answer === undefined ? 'ask' : answer ? 'met' : 'unmet',
        weight,
        why: '',
        lacking: [],
      }
    }
    const names = [...new Set(fieldsIn(when))]
    const asked = settingsIn(when, facts)
    const lacking = asked
      .filter(({ named, name }) => named && settingNumber(facts[settingFact(name)]) === undefined)
      .map(({ name }) => name)
    // What is not asked in this situation is not waited for.
    const hidden = (name: string) => item.fields.some((field) => field.key === name) && !shown.has(name)
    const known =
      lacking.length === 0 &&
      [...names, ...asked.map(({ name }) => settingFact(name)), ...workdaysIn(when)].every(
        (name) => isFilled(facts[name]) || hidden(name),
      )
    const state = holds(when, facts) ? 'met' : known ? 'unmet' : 'unknown'
    return {
      key,
      words,
      state,
      weight,
      why: [
        ...names.flatMap((name) => saidOf(item, name, facts)),
        ...asked.map(({ name }) => String(facts[settingFact(name)] ?? '')).filter(Boolean),
      ].join('，'),
      lacking: state === 'unknown' ? lacking : [],
    }
  })
}

/** The hall's settings a condition compares with in this situation; `named`: the form says already which one. */
function settingsIn(condition: Condition, facts: FormValues): { name: string; named: boolean }[] {
  return comparisons(condition).flatMap((each) => {
    const operand = operandOf(each)
    if (typeof operand === 'object' && 'setting' in operand)
      return [{ name: settingName(operand, facts), named: operand.by === undefined || isFilled(facts[operand.by]) }]
    const name = settingOf(operand)
    return name === undefined ? [] : [{ name, named: true }]
  })
}

/** The days that a condition counts in working days. */
function workdaysIn(condition: Condition): string[] {
  return comparisons(condition).flatMap((each) => {
    const after = workdaysAfter(operandOf(each))
    return after === undefined ? [] : [workdayFact(after.field, after.workdays)]
  })
}

/** Each day that a rule of the item counts by the calendar, in working days or to the last of so many days (民法典第203条), where the
 *  day it counts from is one that somebody lives in. */
function calendarFacts(item: Item, values: FormValues, calendar: Calendar): FormValues {
  const asked = item.eligibility.flatMap(({ when }) => (when === undefined ? [] : comparisons(when)))
  return Object.fromEntries(
    asked.flatMap((each) => {
      const after = workdaysAfter(operandOf(each))
      const from = Day.safeParse(values[after?.field ?? ('withinDaysOf' in each ? each.field : '')])
      if (!from.success || from.data < '1900-01-01' || from.data > '2999-12-31') return []
      if (after !== undefined)
        return [[workdayFact(after.field, after.workdays), addWorkdays(calendar, from.data, after.workdays).day]]
      if (!('withinDaysOf' in each)) return []
      return [[lastDayFact(each.field, each.days), calendarDeadline(calendar, from.data, each.days).day]]
    }),
  )
}

const ISO_DAY = /\b(\d{4})-(\d{2})-(\d{2})\b/
const dayWords = (_: string, year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`

function saidOf(item: Item, name: string, facts: FormValues): string[] {
  const field = item.fields.find((each) => each.key === name)
  const label = field?.label ?? factNames[name as FactName] ?? name
  const value = facts[name]
  if (!isFilled(value)) return []
  if (field?.personal) return [`按${label}`]
  if (field?.type === 'money' && typeof value === 'number') return [`${label} ${formatYuan(value as Money)}元`]
  if (typeof value === 'boolean') return [`${label}${value ? '是' : '否'}`]
  return [`${label} ${Array.isArray(value) ? value.join('、') : String(value)}`.replace(ISO_DAY, dayWords)]
}
