/** Where things are put in, and the putting in. */
import { flushSync } from 'react-dom'
import type { FormValues } from '../../../shared/item/field.ts'
import type { IntakeInHand } from '../use-intake.ts'
import type { OfferDesk, Taken } from './offer-desk.ts'

export type Held<T> = { readonly current: T }

/** Where things are put in. */
export type Hands = { desk: OfferDesk; latest: Held<IntakeInHand>; page: Held<HTMLElement | null> }

/** Puts values into the form, and what is said beside them; the form is drawn with both when it returns. */
export function putIn(
  { latest }: Pick<Hands, 'latest'>,
  patch: FormValues,
  brought: boolean,
  also: Taken['unsaid'] = () => ({}),
): void {
  const { typing, changeBeside } = latest.current
  flushSync(() => {
    for (const [key, value] of Object.entries(patch)) typing.setValue(key, value as never, { shouldDirty: true })
    changeBeside((beside) => ({
      brought: brought
        ? { ...beside.brought, ...patch }
        : Object.fromEntries(Object.entries(beside.brought).filter(([key]) => !(key in patch))),
      ...also(beside),
    }))
  })
  void typing.trigger(Object.keys(patch))
}
