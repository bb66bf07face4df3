/** 再办一件: what the next form of the same visit need not ask again. */
import { agentOf } from '../../shared/case/applicant.ts'
import { isFilled } from '../../shared/item/facts.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'

/** `justNow`: said in this visit, by the same person; else an older case says who applies. */
export type Carried = { visit: string; from: Item; values: FormValues; justNow: boolean }

/** The values of the next item's fields that say who applies and who came in their place; an organisation's are not a person's. */
export function carriedValues({ from, values }: Pick<Carried, 'from' | 'values'>, to: Item): FormValues {
  if (from.applicantKind !== to.applicantKind) return {}
  const pairs: [string | null | undefined, string | null | undefined][] = [
    [from.applicant.name, to.applicant.name],
    [from.applicant.idType, to.applicant.idType],
    [from.applicant.idNo, to.applicant.idNo],
    [from.applicant.phone, to.applicant.phone],
    [from.applicant.address, to.applicant.address],
    [from.applicant.contact, to.applicant.contact],
  ]
  if (from.agent !== null && to.agent !== null && agentOf(from, values) !== null) {
    pairs.push(
      [from.agent.name, to.agent.name],
      [from.agent.idNo, to.agent.idNo],
      [from.agent.phone, to.agent.phone],
      [from.agent.relation, to.agent.relation],
      ...samePlainCondition(from, to),
    )
  }
  return Object.fromEntries(
    pairs.flatMap(([source, target]) => {
      const value = source ? values[source] : undefined
      return source &&
        target &&
        isFilled(value) &&
        fits(to, target, value) &&
        typeOf(from, source) === typeOf(to, target)
        ? [[target, value!]]
        : []
    }),
  )
}

/** The yes-or-no field that makes the agent's part appear, where both items ask it as one. */
function samePlainCondition(from: Item, to: Item): [string, string][] {
  const [left, right] = [from.agent?.when, to.agent?.when]
  return left && right && 'is' in left && 'is' in right ? [[left.field, right.field]] : []
}

/** The number of a person is no organisation's code. */
function typeOf(item: Item, key: string): string | undefined {
  return item.fields.find((field) => field.key === key)?.type
}

/** A choice is carried only where the next item knows it too. */
function fits(to: Item, key: string, value: unknown): boolean {
  const options = to.fields.find((field) => field.key === key)?.options
  return options === undefined || options.includes(String(value))
}
