/** Submitting: once, however often it is pressed; what is wrong is gone to, what is refused is said, nothing typed is lost. */
import { useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PrintedNumber } from '../../shared/case/ids.ts'
import type { Recorded, RecordRefusal } from '../../shared/contract/views.ts'
import type { FormValues } from '../../shared/item/field.ts'
import { formSchema } from '../../shared/item/form-schema.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { recordAct } from '../store/record-act.ts'
import { showProblem } from '../ui/problem.ts'
import { useStands } from '../ui/use-stands.ts'
import { factsFor, type IntakeAct, type Making } from './acts.ts'
import { type Hurdle, hurdleFor, type Standing } from './hurdles.ts'
import { nothingYet } from './materials.ts'
import type { DraftInHand } from './use-draft.ts'
import type { IntakeInHand } from './use-intake.ts'

export type Saved = { act: IntakeAct; recorded: Recorded; values: FormValues }

/** The new case's number as it is read; empty where no case was made. */
export function savedNumber({ recorded }: Saved): string {
  const number = (recorded.events[0]?.data as { number?: PrintedNumber } | undefined)?.number
  return number === undefined ? '' : numberWords(number)
}

type Typing = { is: 'typing'; hurdle: Hurdle | null; refusal: RecordRefusal | null }
type State = Typing | { is: 'sending' } | { is: 'saved'; saved: Saved }

export type Around = {
  intake: IntakeInHand
  draft: DraftInHand
  making: Omit<Making, 'values' | 'item' | 'today'>
  standing: Standing
}

const typing: Typing = { is: 'typing', hurdle: null, refusal: null }

/** `onRefusedAway`: it was refused after the person had gone elsewhere, and nobody reads it on the form. */
export function useSubmit(
  around: Around,
  onSaved: (saved: Saved) => void,
  onRefusedAway: (refusal: RecordRefusal) => void,
): { state: State; submit: (act: IntakeAct) => void } {
  const [state, setState] = useState<State>(typing)
  const latest = useRef({ around, onRefusedAway })
  latest.current = { around, onRefusedAway }
  const stands = useStands()
  // A second press between two paints finds no changed state yet; this it finds.
  const underWay = useRef(false)

  const submit = useCallback(
    (act: IntakeAct) => {
      if (underWay.current) return
      underWay.current = true
      // The box with the cursor is made uniform before it is judged, as when it is left.
      const box = document.activeElement
      if (box instanceof HTMLElement) flushSync(() => box.blur())
      setState({ is: 'sending' })
      void send(act, latest.current.around)
        .catch((error: unknown): State => {
          showProblem(error)
          return typing
        })
        .then((next) => {
          setState(next)
          if (next.is === 'saved') onSaved(next.saved)
          // A saved form is done with: no press may send it again.
          else underWay.current = false
          if (next.is === 'typing' && next.refusal !== null && !stands.current)
            latest.current.onRefusedAway(next.refusal)
        })
    },
    [onSaved, stands],
  )
  return { state, submit }
}

async function send(act: IntakeAct, around: Around): Promise<State> {
  const { intake, draft, making } = around
  const { item, today, form } = intake
  const read = formSchema(item, today).safeParse(shownOnly(intake))
  if (!read.success) {
    await intake.typing.trigger()
    return { ...typing, hurdle: 'fields' }
  }
  const hurdle = hurdleFor(act, around.standing)
  if (hurdle === 'materials') {
    // Asked once: a second press says that indeed nothing was brought.
    const nothing = intake.list.needed.map((material) => [material.key, nothingYet] as const)
    intake.changeBeside({ materials: Object.fromEntries(nothing) })
  }
  if (hurdle !== null) return { ...typing, hurdle }
  const facts = factsFor(act, form, { ...making, item, today, values: read.data })
  await draft.stop()
  try {
    const answer = await recordAct({ act: form.act, facts, kases: [], draft: form.case })
    if (answer.ok) return { is: 'saved', saved: { act, recorded: answer.value, values: read.data } }
    draft.resume()
    return { ...typing, refusal: answer.refusal }
  } catch (error) {
    draft.resume()
    throw error
  }
}

/** The values as they stand this moment, without what hidden fields hold. */
function shownOnly({ typing: form, visible }: IntakeInHand): FormValues {
  const now = form.getValues()
  return Object.fromEntries(visible.map(({ key }) => [key, now[key] ?? null]))
}
