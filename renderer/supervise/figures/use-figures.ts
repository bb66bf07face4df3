/** The bureau's figures for what the page asks, asked again when the bureau has confirmed more. */
import { useCallback, useEffect, useState } from 'react'
import type { FiguresAnswer, FiguresAsked } from '../../../shared/contract/figures.ts'
import { machine, onNotice } from '../../machine.ts'

/** asking: nothing is known of this question yet · unreachable: nobody is there · failed: no answer to this question. */
export type Heard = FiguresAnswer | 'asking' | 'unreachable' | 'failed'

export function useFigures(asked: FiguresAsked): { heard: Heard; ask: () => void } {
  const text = JSON.stringify(asked)
  const [answer, setAnswer] = useState<{ text: string; heard: Heard } | null>(null)
  const ask = useCallback(() => {
    machine['bureau.figures'](JSON.parse(text) as FiguresAsked).then(
      (heard) => setAnswer({ text, heard: heard ?? 'unreachable' }),
      () => setAnswer({ text, heard: 'failed' }),
    )
  }, [text])
  useEffect(() => {
    ask()
    return onNotice('pulled', ask)
  }, [ask])
  return { heard: answer?.text === text ? answer.heard : 'asking', ask }
}
