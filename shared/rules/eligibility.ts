/** Who may get it: rules that are the same everywhere. What differs by place is data of the items. */
import { z } from 'zod'
import { addMonths, type Day } from '../calendar/day.ts'
import { type DisabilityCertificate, readDisabilityCertificate } from '../identity/disability-certificate.ts'
import type { Money } from '../identity/money.ts'
import { AskedDay, type Rule, rule, Yuan } from './rule.ts'

/**
 * assistance 低保: income per head below the standard, not at it (《社会救助暂行办法》第九条) · margin 低保边缘: from the standard
 * to below one and a half times it (国办发〔2023〕39号) · none. In fen: no fraction is ever compared.
 */
export function lowIncome(income: Money, standard: Money): 'assistance' | 'margin' | 'none' {
  if (income < standard) return 'assistance'
  return income * 2 < standard * 3 ? 'margin' : 'none'
}

/** 社会团体登记管理条例第十条: 50 persons, or 30 bodies, or 50 of both together. */
export function hasEnoughMembers(persons: number, bodies: number): boolean {
  if (persons === 0) return bodies >= 30
  return persons + bodies >= 50
}

/** The month that is paid first, `YYYY-MM`: the one after the confirmation (民发〔2019〕62号). */
export function firstPaidMonth(confirmedOn: Day): string {
  return addMonths(confirmedOn, 1).slice(0, 7)
}

/** 重度, grades one and two: the nursing subsidy is for them (国发〔2015〕52号). */
function isSevere(grade: DisabilityCertificate['grade']): boolean {
  return grade === '一级' || grade === '二级'
}

const Count = z.int().min(0).max(1_000_000)

/** The shapes in which eligibility is asked. */
export const eligibilityRules: readonly Rule[] = [
  rule(z.object({ income: Yuan, std: Yuan }), ({ income, std }) => {
    const is = lowIncome(income, std)
    return { dibao: is === 'assistance', margin: is === 'margin' }
  }),
  rule(z.object({ person: Count, unit: Count }), ({ person, unit }) => ({ pass: hasEnoughMembers(person, unit) })),
  rule(z.object({ cert: z.string().max(100) }), ({ cert }) => {
    const read = readDisabilityCertificate(cert)
    if (read === undefined) return { ok: false, errors: ['format'] }
    const { idNo, kind, grade, reissue } = read
    return { ok: true, idNo, type: kind, level: grade, isNursing: isSevere(grade), reissue }
  }),
  rule(z.object({ confirmedOn: AskedDay }), ({ confirmedOn }) => ({ payFrom: firstPaidMonth(confirmedOn) })),
]
