/** A household for the largest form of the catalogue: visibly made up, with numbers that pass their check digit. */
import type { FormValues } from '../../shared/item/field.ts'
import { make } from '../make/make.ts'

const RELATIONS = ['本人', '配偶', '子', '女', '母亲']
const SURNAMES = ['张', '李', '王', '赵', '钱']

/** `size` people in the table of members, each with an income of their own. */
export function household(size: number): FormValues {
  const members = Array.from({ length: size }, (_, index) => ({
    name: `${SURNAMES[index % 5]}示例`,
    relation: RELATIONS[Math.min(index, 4)]!,
    idNo: make.idNumber(900 + index, { birth: `19${60 + (index % 40)}-03-05` }),
    health: '一般',
    disabilityNo: null,
    job: '灵活就业',
    incomeMonthly: 30_000 + index * 1_000,
  }))
  return { members }
}
