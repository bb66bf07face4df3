/** What stands in the way of an act before anything is sent: things the clerk has to do first. */
import { asNumbered, isIssuedHere, isNumbered } from '../../shared/case/certificate.ts'
import type { EligibilityLine } from '../../shared/item/eligibility.ts'
import type { Item } from '../../shared/item/item.ts'
import type { CaseSummary } from '../store/find.ts'
import type { IntakeAct } from './acts.ts'
import type { IntakeForm } from './intake-form.ts'
import { asLacks, lackLines } from './lacks.ts'
import type { IntakeInHand } from './use-intake.ts'

/** fields: wrong or not filled · materials: nobody looked at them yet · lacks: the notice is not whole · again: no reason for
 *  taking the item twice · questions: one on which the decision turns was not asked · certificate: it has no number yet that is written as it must be. */
export type Hurdle = 'fields' | 'materials' | 'lacks' | 'again' | 'questions' | 'certificate'

export type Standing = {
  intake: Pick<IntakeInHand, 'item' | 'form' | 'list'>
  eligibility: readonly EligibilityLine[]
  /** Cases of the same item. */
  again: readonly CaseSummary[]
  /** How many fields are wrong or not filled. */
  open: number
}

/** Acts that set the case on its way to a decision. */
const accepting: readonly IntakeAct[] = ['accept', 'acceptIncomplete', 'finish']

/** The first thing to be done before the act; the fields were judged before. */
export function hurdleFor(act: IntakeAct, standing: Standing): Hurdle | null {
  const { list, form } = standing.intake
  if (stillStands('again', standing)) return 'again'
  const untouched = list.needed.every((material) => form.materials[material.key] === undefined)
  if (list.missing.length > 0 && untouched) return 'materials'
  if (act === 'correct' && stillStands('lacks', standing)) return 'lacks'
  if (accepting.includes(act) && stillStands('questions', standing)) return 'questions'
  return act === 'finish' && stillStands('certificate', standing) ? 'certificate' : null
}

/** Is it still to be done? What was said of it goes away with it. */
export function stillStands(
  hurdle: Hurdle,
  { intake: { item, form, list }, eligibility, again, open }: Standing,
): boolean {
  switch (hurdle) {
    case 'fields':
      return open > 0
    case 'again':
      return again.length > 0 && form.againBecause.trim() === ''
    case 'materials':
      return list.lacking.length > 0 && list.missing.length === list.needed.length && list.late.length === 0
    case 'lacks':
      return form.signingWitness?.trim() === '' || asLacks(lackLines(item, list.missing, form)) === undefined
    case 'questions':
      return eligibility.some((line) => line.weight === 'wall' && line.state === 'ask')
    case 'certificate':
      return isIssuedHere(item) && !isWritten(item, form)
  }
}

function isWritten({ result: { numbered } }: Item, { certificateNumber }: IntakeForm): boolean {
  return numbered === undefined
    ? certificateNumber.trim() !== ''
    : isNumbered(asNumbered(certificateNumber, numbered), numbered)
}
