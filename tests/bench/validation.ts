/** Reading the largest form and judging its receipt, beside a validator written out by hand for this one form. */
import { check } from '../../shared/case/check.ts'
import { type AnyFact, eventVersion } from '../../shared/case/event.ts'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import type { FormValues } from '../../shared/item/field.ts'
import { formProblems } from '../../shared/item/form-schema.ts'
import { calendar, hall, realItem } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { payloadOf } from '../make/payloads.ts'
import { household } from './household.ts'
import { type BenchRow, compared } from './row.ts'

const ROUNDS = 1000
const MEMBERS = 20

/** Both work on the same form of twenty people. */
export function benchValidation(): BenchRow {
  const item = realItem('DB-SQ')
  const values = make.form(item, 3, { isAgent: false, ...household(MEMBERS) })
  const at = `${make.testDay}T02:00:00.000Z` as Instant
  const set = { isAgent: false, ...household(MEMBERS) }
  const data = payloadOf.received({ kase: undefined, item, seed: 3, at, missing: [], set })
  const fact: AnyFact = {
    type: 'received',
    v: eventVersion,
    case: '00000000-0000-4000-8000-000000000001' as CaseId,
    after: null,
    data,
  }
  const context = { now: at, actor: make.actor('clerk'), item, calendar, settings: hall.settings }
  const ours: number[] = []
  const reference: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(
      timed(() => {
        if (formProblems(item, values, make.testDay).length > 0) throw new Error('the form is right')
        if (check(undefined, fact, context) !== undefined) throw new Error('it may be received')
      }),
    )
    reference.push(
      timed(() => {
        // The same two readings: for the page, and in `check`.
        for (let reading = 0; reading < 2; reading += 1)
          if (!isRightByHand(values)) throw new Error('the form is right')
      }),
    )
  }
  const referenceIs = 'a validator written by hand for this form'
  return compared(
    { name: `counter: reading and judging a household of ${MEMBERS}`, unit: 'ms', referenceIs, bound: 3 },
    ours.slice(50),
    reference.slice(50),
  )
}

function timed(work: () => void): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function isIdNumber(text: unknown): boolean {
  if (typeof text !== 'string' || !/^\d{17}[\dX]$/.test(text)) return false
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  const day = new Date(birth)
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== birth || day > new Date()) return false
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(text[index]), 0)
  return '10X98765432'[sum % 11] === text[17]
}

/** Every value of this one form by its kind, without a schema and without telling what is wrong. */
function isRightByHand(values: FormValues): boolean {
  for (const [key, value] of Object.entries(values)) {
    if (value === null) continue
    if (Array.isArray(value)) {
      const seen = new Set<unknown>()
      for (const row of value as Record<string, unknown>[]) {
        if (typeof row === 'string') continue
        if (!isIdNumber(row.idNo) || seen.has(row.idNo)) return false
        seen.add(row.idNo)
        if (typeof row.name !== 'string' || row.name.length > 50 || /\p{Cc}/u.test(row.name)) return false
        if (!Number.isInteger(row.incomeMonthly) || Number(row.incomeMonthly) < 0) return false
        if (typeof row.relation !== 'string' || typeof row.health !== 'string' || typeof row.job !== 'string')
          return false
      }
    } else if (/[iI]dNo$/.test(key)) {
      if (!isIdNumber(value)) return false
    } else if (/[pP]hone$/.test(key)) {
      if (typeof value !== 'string' || !/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(value)) return false
    } else if (typeof value === 'string') {
      if (value.length > 500 || /\p{Cc}/u.test(value.replaceAll('\n', ''))) return false
    } else if (typeof value === 'number' && !Number.isFinite(value)) return false
  }
  return true
}
