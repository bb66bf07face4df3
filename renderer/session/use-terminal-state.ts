/** The terminal's own state, asked again whenever it changes. */
import { useCallback, useEffect, useState } from 'react'
import type { TerminalState } from '../../shared/contract/views.ts'
import { machine, onNotice } from '../machine.ts'
import { showProblem } from '../ui/problem.ts'

export type TerminalInHand = {
  /** null until the machine has answered. */
  terminal: TerminalState | null
  /** Takes what a door has just answered. */
  set(state: TerminalState): void
  /** Asks again: somebody has signed in here for the first time. */
  ask(): void
}

/** `first`: what it answered before the page was drawn. */
export function useTerminalState(first: TerminalState | null): TerminalInHand {
  const [terminal, setTerminal] = useState(first)
  const ask = useCallback(() => {
    machine['terminal.state'](null).then(setTerminal, showProblem)
  }, [])
  useEffect(() => {
    ask()
    return onNotice('terminal', ask)
  }, [ask])
  return { terminal, set: setTerminal, ask }
}
