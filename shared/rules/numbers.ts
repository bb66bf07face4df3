/** Questions about numbers of people and bodies, ages and money. */
import { z } from 'zod'
import { ageOn } from '../identity/age.ts'
import { checkIdNumber, normaliseIdNumber } from '../identity/id-number.ts'
import { maskBank, maskId, maskName, maskPhone } from '../identity/mask.ts'
import { checkUscc, normaliseUscc, usccKindWords } from '../identity/uscc.ts'
import { yuanInWords } from '../identity/yuan-in-words.ts'
import { AskedDay, type Rule, rule, Yuan } from './rule.ts'

const Text = z.string().max(200)

const Life = z
  .object({ birth: AskedDay, on: AskedDay })
  .refine(({ birth, on }) => birth <= on, { path: ['birth'], message: '出生日期不能晚于要算的那一天' })

function masked(mask: (value: string) => string): Rule {
  return rule(z.object({ value: Text }), ({ value }) => ({ masked: mask(value) }))
}

export const numberRules: Readonly<Record<string, Rule>> = {
  validateId: rule(z.object({ id: Text, today: AskedDay.optional() }), ({ id, today }) => {
    const checked = checkIdNumber(id, today)
    // Full-width digits have not the form as they stand; in plain characters the number may be right.
    const fullWidth = /[０-９]/.test(id)
    const says = checked.ok ? checked : checked.says
    const normalized = normaliseIdNumber(id)
    return {
      ok: checked.ok && !fullWidth,
      errors: fullWidth ? ['format'] : checked.ok ? [] : checked.errors,
      rawOk: checked.ok && normalized === id,
      afterNFKC: checked.ok,
      normalized,
      sex: says && { male: '男', female: '女' }[says.sex],
      birth: says?.birth,
      age: checked.ok && today !== undefined ? ageOn(checked.birth, today) : undefined,
    }
  }),

  normalizeId: rule(z.object({ id: Text }), ({ id }) => ({
    normalized: normaliseIdNumber(id),
    ok: checkIdNumber(id).ok,
  })),

  age: rule(Life, ({ birth, on }) => {
    const age = ageOn(birth, on)
    return {
      age,
      eligibleGL: age >= 80,
      eligibleChild: age < 18,
      maleMarriage: age >= 22,
      femaleMarriage: age >= 20,
      noLabour: age < 16,
    }
  }),

  validateUscc: rule(z.object({ code: Text }), ({ code }) => {
    const checked = checkUscc(code)
    const normalized = normaliseUscc(code)
    if (checked.ok) return { ok: true, errors: [], kind: usccKindWords[checked.kind], bad: [], normalized }
    const hint = checked.organisationCode ? '旧证仅显示组织机构代码,换18位' : undefined
    return { ok: false, errors: checked.errors, bad: checked.bad, normalized, hint }
  }),

  maskId: masked(maskId),
  maskName: masked(maskName),
  maskPhone: masked(maskPhone),
  maskBank: masked(maskBank),

  rmbUpper: rule(z.object({ value: Yuan }), ({ value }) => ({ upper: yuanInWords(value) })),
}
