/** One form in hand: what is typed, what follows from it, and what may be done with it. */
import { zodResolver } from '@hookform/resolvers/zod'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import type { Day } from '../../shared/calendar/day.ts'
import { countedFields, derivedValues, sourcesOf } from '../../shared/item/derived.ts'
import type { Field, FormValues } from '../../shared/item/field.ts'
import { type FieldProblem, formProblems, formSchema, visibleFields } from '../../shared/item/form-schema.ts'
import type { Item } from '../../shared/item/item.ts'
import { cardDifferences } from './card/card-says.ts'
import { type Difference, differencesFrom, followDerived } from './derive.ts'
import type { IntakeForm } from './intake-form.ts'
import { checklist } from './materials.ts'
import { openProblems, waitingFields } from './open-problems.ts'
import { useSame } from './use-same.ts'

/** All of a form but its values, which the form library holds. */
export type Beside = Omit<IntakeForm, 'values'>
export type ChangeBeside = (change: Partial<Beside> | ((beside: Beside) => Partial<Beside>)) => void

export type IntakeInHand = {
  item: Item
  today: Day
  form: IntakeForm
  typing: UseFormReturn<FormValues>
  /** What counts: the values of the fields that are shown. */
  values: FormValues
  visible: readonly Field[]
  derived: FormValues
  /** Where something else was typed than follows, or than a card said. */
  differences: readonly Difference[]
  card: FormValues
  /** What is still to be done in the fields; an empty field that follows others is none while those are wrong or missing. */
  problems: readonly FieldProblem[]
  /** The empty fields that will follow others. */
  waiting: ReadonlySet<string>
  list: ReturnType<typeof checklist>
  changeBeside: ChangeBeside
}

export function useIntake(kept: IntakeForm, item: Item, today: Day): IntakeInHand {
  const resolver = useMemo(() => zodResolver(formSchema(item, today) as never), [item, today])
  const typing = useForm<FormValues>({
    defaultValues: kept.values,
    resolver: resolver as never,
    mode: 'onTouched',
    shouldFocusError: false,
  })
  const watched = useWatch({ control: typing.control }) as FormValues
  const [beside, setBeside] = useState<Beside>(() => {
    const { values: _, ...rest } = kept
    return rest
  })
  const changeBeside = useCallback<ChangeBeside>(
    (change) => setBeside((now) => ({ ...now, ...(typeof change === 'function' ? change(now) : change) })),
    [],
  )

  // The same object while nothing changed, so that a draft is kept for changes and for nothing else.
  const serial = JSON.stringify(watched)
  const typed = useMemo(() => JSON.parse(serial) as FormValues, [serial])
  const visible = useMemo(() => visibleFields(item, typed, today), [item, typed, today])
  const values = useMemo(() => shownValues(visible, typed), [visible, typed])
  const derived = useMemo(() => derivedValues(item, values, today), [item, values, today])
  const problems = useMemo(() => formProblems(item, values, today), [item, values, today])
  useFollowing(typing, item, today, { values, derived })

  return {
    item,
    today,
    form: useMemo(() => ({ ...beside, values: typed }), [beside, typed]),
    typing,
    values,
    visible,
    derived,
    differences: useMemo(
      () => [...differencesFrom(values, derived), ...cardDifferences(values, beside.card)],
      [values, derived, beside.card],
    ),
    card: beside.card,
    problems: useMemo(() => openProblems(item, values, problems), [item, values, problems]),
    waiting: useMemo(() => waitingFields(item, values, problems), [item, values, problems]),
    list: useChecklist(item, values, beside.materials, beside.promised),
    changeBeside,
  }
}

/** The checklist, the same while its lists are: it hangs on few of the fields. */
function useChecklist(
  item: Item,
  values: FormValues,
  notes: Beside['materials'],
  promises: Beside['promised'],
): ReturnType<typeof checklist> {
  const now = useMemo(() => checklist(item, values, notes, promises), [item, values, notes, promises])
  const promised = useSame(now.promised)
  const needed = useSame(now.needed)
  const missing = useSame(now.missing)
  const late = useSame(now.late)
  const lacking = useSame(now.lacking)
  return useMemo(() => ({ needed, promised, missing, late, lacking }), [needed, promised, missing, late, lacking])
}

type Shown = { values: FormValues; derived: FormValues }

/** What follows from a key takes its place with it, in one drawing; what follows from what the form opened with, once it stands. */
function useFollowing(typing: UseFormReturn<FormValues>, item: Item, today: Day, shown: Shown): void {
  const counted = useMemo(() => countedFields(item), [item])
  const sources = useMemo(() => new Set(item.fields.flatMap(({ derive }) => (derive ? sourcesOf(derive) : []))), [item])
  const before = useRef(shown.derived)
  const underWay = useRef(false)
  const follow = useCallback(
    ({ values, derived }: Shown) => {
      const changes = followDerived(values, before.current, derived, counted)
      // What followed last is remembered over the keys at which nothing follows: a number half mended, a sum half typed.
      before.current = { ...before.current, ...derived }
      const keys = Object.keys(changes)
      if (keys.length === 0) return
      underWay.current = true
      for (const key of keys) typing.setValue(key, changes[key] as never)
      underWay.current = false
      const wrong = new Set(formProblems(item, { ...values, ...changes }, today).map(({ key }) => key))
      // What was right and is right costs no look at the whole form.
      for (const key of keys) if (wrong.has(key) || typing.getFieldState(key).invalid) void typing.trigger(key)
    },
    [typing, item, today, counted],
  )
  useEffect(
    () =>
      typing.subscribe({
        formState: { values: true },
        callback: ({ values: typed, name }) => {
          if (underWay.current || (name !== undefined && !sources.has(name))) return
          const values = shownValues(visibleFields(item, typed, today), typed)
          follow({ values, derived: derivedValues(item, values, today) })
        },
      }),
    [typing, item, today, follow, sources],
  )
  // Whatever else it may hang on is seen here, a drawing later.
  const { values, derived } = shown
  useEffect(() => follow({ values, derived }), [follow, values, derived])
}

/** What was typed in a field that a later answer hid stays, and does not count. */
function shownValues(visible: readonly Field[], typed: FormValues): FormValues {
  return Object.fromEntries(visible.map((field) => [field.key, typed[field.key] ?? null]))
}
