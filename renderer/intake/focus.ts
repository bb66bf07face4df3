/** Where the cursor goes when something stands in the way. */
import type { Field } from '../../shared/item/field.ts'
import type { FieldProblem } from '../../shared/item/form-schema.ts'
import type { Item } from '../../shared/item/item.ts'

/** Puts the cursor into a part of the page that carries this name, in the middle of the screen. */
export function focusOn(page: ParentNode | null, name: string): void {
  const part = page?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
  const wrong = '[aria-invalid="true"], .ant-input-status-error, .choice-wrong :checked, .choice-wrong input'
  const box =
    part?.querySelector<HTMLElement>(wrong) ??
    part?.querySelector<HTMLElement>('input:checked') ??
    part?.querySelector<HTMLElement>('input, textarea, [role=group][tabindex]')
  part?.scrollIntoView({ block: 'center' })
  box?.focus({ preventScroll: true })
}

/** The first wrong field as the eye reads, not as the checks ran; where all is filled, what is asked or handed in after it. */
export function focusFirstWrong(
  page: ParentNode | null,
  visible: readonly Field[],
  problems: readonly FieldProblem[],
): void {
  const wrong = new Set(problems.map((problem) => problem.key))
  const first = visible.find((field) => wrong.has(field.key))
  const next = ['questions', 'materials'].find((name) => page?.querySelector(`[data-field="${name}"]`) != null)
  if (first !== undefined) focusOn(page, `field-${first.key}`)
  else if (next !== undefined) focusOn(page, next)
}

/** The field that a card would fill: of the agent while the cursor is in the agent's fields, else of the applicant. */
export function numberField({ agent, applicant }: Item): string {
  const here = document.activeElement?.closest('[data-field]')?.getAttribute('data-field')
  const isAgents =
    agent !== null && [agent.name, agent.idNo, agent.phone, agent.relation].some((key) => here === `field-${key}`)
  return isAgents ? agent.idNo : applicant.idNo
}
