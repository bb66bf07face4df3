/** The bureau's figures for what the page asks, asked again when the bureau has confirmed more, and when it can be reached again. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FiguresAnswer, FiguresAsked } from '../../../shared/contract/figures.ts'
import { machine, onNotice } from '../../machine.ts'
import { type Heard, hear } from '../../parts/hear.ts'

export type HeardFigures = Heard<FiguresAnswer>

export function useFigures(asked: FiguresAsked): { heard: HeardFigures; ask: () => void } {
  const text = JSON.stringify(asked)
  const [answer, setAnswer] = useState<{ text: string; heard: HeardFigures } | null>(null)
  const now = useRef(text)
  now.current = text
  const ask = useCallback(() => {
    void hear(machine['bureau.figures'](JSON.parse(text) as FiguresAsked)).then((heard) => {
      // Something else is asked meanwhile: its answer may be there already.
      if (now.current === text) setAnswer({ text, heard })
    })
  }, [text])
  const heard = answer?.text === text ? answer.heard : 'asking'
  const lost = heard === 'unreachable'
  useEffect(() => {
    ask()
    return onNotice('pulled', ask)
  }, [ask])
  useEffect(() => (lost ? onNotice('bureau', ask) : undefined), [lost, ask])
  return { heard, ask }
}
