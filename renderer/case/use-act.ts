/** One act being filled: its form, and sending it once however often it is pressed. */
import { useCallback, useRef, useState } from 'react'
import { type Resolver, type UseFormReturn, useForm } from 'react-hook-form'
import type { ActId } from '../../shared/case/ids.ts'
import type { Recorded } from '../../shared/contract/views.ts'
import { recordAct } from '../store/record-act.ts'
import { showProblem } from '../ui/problem.ts'
import { recordRefusalText } from '../words/record-refusals.ts'
import { refusalText } from '../words/refusals.ts'
import { factsOf, fieldErrors, refusalOf } from './act-facts.ts'
import type { Act, Values } from './acts/act.ts'
import type { Around } from './around.ts'

export type ActInHand = {
  form: UseFormReturn<Values>
  /** So often it was not sent, for what stands in the way now. */
  failed: number
  sending: boolean
  /** Why it was not recorded. */
  refusal: string | null
  recorded: Recorded | null
  submit: () => void
}

export function useAct(act: Act, around: Around): ActInHand {
  // Minted when the dialog opens: the same press twice, or a crash between, is one act.
  const [id] = useState(() => crypto.randomUUID() as ActId)
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [failed, setFailed] = useState(0)
  const [recorded, setRecorded] = useState<Recorded | null>(null)
  const underWay = useRef(false)
  const latest = useRef(around)
  latest.current = around
  const form = useForm<Values>({
    defaultValues: act.start(around),
    resolver: resolverOf(act, latest),
    // The boxes are not the library's: the dialog puts the cursor where something is wrong.
    shouldFocusError: false,
    reValidateMode: 'onChange',
  })

  const send = useCallback(
    async (values: Values): Promise<void> => {
      const now = latest.current
      const facts = factsOf(act, id, values, now)
      const unlawful = refusalOf(facts, id, now)
      if (unlawful !== undefined) return setRefusal(refusalText(unlawful, now.books))
      const answer = await recordAct({ act: id, facts, kases: [now.kase] })
      if (answer.ok) setRecorded(answer.value)
      else setRefusal(recordRefusalText(answer.refusal, now.books))
    },
    [act, id],
  )
  const submit = useCallback(() => {
    if (underWay.current) return
    underWay.current = true
    setSending(true)
    setRefusal(null)
    form
      .handleSubmit(send)()
      .catch(showProblem)
      .finally(() => {
        underWay.current = false
        setSending(false)
        setFailed((times) => times + 1)
      })
  }, [form, send])
  return { form, sending, failed, refusal, recorded, submit }
}

function resolverOf(act: Act, around: { current: Around }): Resolver<Values> {
  return (values) => {
    const errors = fieldErrors(act, values, around.current)
    return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors: nested(errors) }
  }
}

/** `document.name` lies where the form looks for it. */
function nested(errors: Record<string, string>): Record<string, never> {
  const tree: Record<string, unknown> = {}
  for (const [path, message] of Object.entries(errors)) {
    const keys = path.split('.')
    const last = keys.pop()!
    let at = tree
    for (const key of keys) {
      at[key] ??= {}
      at = at[key] as Record<string, unknown>
    }
    at[last] = { ...(at[last] as object | undefined), type: 'invalid', message }
  }
  return tree as Record<string, never>
}
