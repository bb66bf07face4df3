/** The number of a disability certificate (残疾人证): identity number, kind, grade, and B1, B2 … of a second issue. */
import { z } from 'zod'
import { checkIdNumber } from './id-number.ts'
import { plainNumber } from './typed-text.ts'

const KINDS = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'] as const
const GRADES = ['一级', '二级', '三级', '四级'] as const

export type DisabilityCertificate = {
  number: string
  idNo: string
  kind: (typeof KINDS)[number]
  grade: (typeof GRADES)[number]
  /** B1, B2 …; null for the first issue. */
  reissue: string | null
}

/**
 * What the number says, or undefined when it has not the form. The identity number inside is not checked here: an old
 * certificate is read even where a digit of it was misprinted.
 */
export function readDisabilityCertificate(text: string): DisabilityCertificate | undefined {
  const number = plainNumber(text).toUpperCase()
  const found = /^(\d{17}[\dX])([1-7])([1-4])(B\d{1,2})?$/.exec(number)
  if (found === null) return undefined
  const [, idNo, kind, grade, reissue] = found
  return {
    number,
    idNo: idNo!,
    kind: KINDS[Number(kind) - 1]!,
    grade: GRADES[Number(grade) - 1]!,
    reissue: reissue ?? null,
  }
}

/** As a form takes it: the identity number inside must be a right one. Messages are codes of item/field-problem.ts. */
export const DisabilityNo = z.string().transform((text, ctx) => {
  const read = readDisabilityCertificate(text)
  const message =
    read === undefined ? 'disabilityNo.format' : checkIdNumber(read.idNo).ok ? undefined : 'disabilityNo.idNumber'
  if (message === undefined) return read!.number
  ctx.addIssue({ code: 'custom', message })
  return z.NEVER
})
