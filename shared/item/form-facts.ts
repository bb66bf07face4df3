/** What a form's values say besides themselves: the applicant's age and sex, the kind of organisation, the days. */
import type { Day } from '../calendar/day.ts'
import { Day as DaySchema } from '../calendar/day.ts'
import { ageOn } from '../identity/age.ts'
import { parseIdNumber } from '../identity/id-number.ts'
import { checkUscc } from '../identity/uscc.ts'
import { hasCitizenNumber } from './document.ts'
import { settingFact } from './facts.ts'
import type { FormValues } from './field.ts'
import type { Item } from './item.ts'

/** Names a condition may use beside the form's own fields, with what people call them. */
export const factNames = {
  today: '今天',
  receivedOn: '收件日',
  age: '周岁',
  sexByNumber: '证件号码所示性别',
  birthByNumber: '证件号码所示出生日期',
  usccKind: '组织类型',
} as const
export type FactName = keyof typeof factNames

/**
 * The values with what follows from them on a day. `age` is counted from the identity number, else from the typed birth
 * date of the same person; what cannot be known is null. `receivedOn` is the day of receipt, which is `today` while
 * nothing was received yet. `settings` are the hall's, for rules that compare with them.
 */
export function factsOf(
  item: Item,
  values: FormValues,
  today: Day,
  receivedOn: Day = today,
  settings: Readonly<Record<string, string>> = {},
): FormValues {
  const said = personBehind(item, values, item.applicant.idNo)
  const uscc = values[item.applicant.idNo]
  const checked = item.applicantKind === 'organisation' && typeof uscc === 'string' ? checkUscc(uscc) : undefined
  return {
    ...values,
    ...Object.fromEntries(
      item.settings.flatMap((name) => (settings[name] === undefined ? [] : [[settingFact(name), settings[name]]])),
    ),
    today,
    receivedOn,
    age: said.birth === null ? null : ageOn(said.birth, today),
    sexByNumber: said.byNumber?.sex ?? null,
    birthByNumber: said.byNumber?.birth ?? null,
    usccKind: checked?.ok ? checked.kind : null,
  }
}

/** What the number in a field says of its holder; a document without a citizen number leaves the birth date that was typed. */
export function personBehind(
  item: Item,
  values: FormValues,
  idNoField: string,
): { byNumber: { birth: Day; sex: '男' | '女' } | null; birth: Day | null } {
  const field = item.fields.find((each) => each.key === idNoField)
  const number = values[idNoField]
  const citizen =
    field?.type === 'idNo' && hasCitizenNumber(field.idTypeField === undefined ? null : values[field.idTypeField])
  const parsed = citizen && typeof number === 'string' ? parseIdNumber(number) : undefined
  if (parsed !== undefined) {
    const byNumber = { birth: parsed.birth, sex: parsed.sex === 'male' ? '男' : '女' } as const
    return { byNumber, birth: parsed.birth }
  }
  const birthField = item.fields.find((each) => each.derive?.from === idNoField && each.derive.what === 'birth')
  const typed = DaySchema.safeParse(birthField === undefined ? null : values[birthField.key])
  return { byNumber: null, birth: typed.success ? typed.data : null }
}
