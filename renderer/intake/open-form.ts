/** Opening a form: mints the ids of its case and its act, and keeps it as a draft before the first key. */
import type { Day } from '../../shared/calendar/day.ts'
import { ActId, CaseId } from '../../shared/case/ids.ts'
import { derivedValues } from '../../shared/item/derived.ts'
import type { FormValues } from '../../shared/item/field.ts'
import { emptyForm } from '../../shared/item/form-schema.ts'
import type { Item } from '../../shared/item/item.ts'
import { machine } from '../machine.ts'
import { followDerived } from './derive.ts'
import type { IntakeForm } from './intake-form.ts'

/** A new form of an item. `visit` joins cases of one visit; `carried` is what is known of the person
 *  already, `answers` what was asked before the form, `afterwards` what follows it in the visit. */
export function newForm(
  item: Item,
  known: {
    edition: string
    today: Day
    visit?: string | undefined
    carried?: FormValues | undefined
    /** What of it was said elsewhere; marked as such. */
    brought?: FormValues | undefined
    answers?: IntakeForm['answers'] | undefined
    afterwards?: IntakeForm['afterwards']
  },
): IntakeForm {
  const said = { ...emptyForm(item), ...known.carried }
  // What follows from what is known stands there at once: the cursor begins behind it.
  const follows = known.carried === undefined ? {} : followDerived(said, {}, derivedValues(item, said, known.today))
  return {
    case: CaseId.parse(crypto.randomUUID()),
    act: ActId.parse(crypto.randomUUID()),
    item: item.code,
    edition: known.edition,
    openedOn: known.today,
    values: { ...said, ...follows },
    brought: { ...known.brought },
    card: {},
    materials: {},
    promised: [],
    answers: { ...known.answers },
    certificateNumber: '',
    lackEdits: {},
    lackExtras: [],
    signingWitness: null,
    notes: [],
    remark: '',
    againBecause: '',
    visit: known.visit ?? crypto.randomUUID(),
    ...(known.afterwards === undefined ? {} : { afterwards: known.afterwards }),
  }
}

/** Was nothing typed or ticked yet? */
export function isUntouched(item: Item, form: IntakeForm): boolean {
  const { values, materials, answers, certificateNumber, notes, remark, lackExtras } = form
  const nothing = [materials, answers, notes, lackExtras].every((part) => Object.keys(part).length === 0)
  return (
    nothing && remark === '' && certificateNumber === '' && JSON.stringify(values) === JSON.stringify(emptyForm(item))
  )
}

/** Keeps a new form with the machine. Throws DoorError. */
export async function keepNewForm(item: Item, form: IntakeForm): Promise<void> {
  await machine['draft.keep']({ case: form.case, act: form.act, item: form.item, title: item.name, content: form })
}
