/** The terminal's own state, asked again whenever it changes. */
import { useCallback, useEffect, useState } from 'react'
import type { TerminalState } from '../../shared/contract/views.ts'
import { machine, onNotice } from '../machine.ts'
import { showProblem } from '../ui/problem.ts'

/** null until the machine has answered; `set` takes what a door has just answered. */
export function useTerminalState(): [TerminalState | null, (state: TerminalState) => void] {
  const [terminal, setTerminal] = useState<TerminalState | null>(null)
  const ask = useCallback(() => {
    machine['terminal.state'](null).then(setTerminal, showProblem)
  }, [])
  useEffect(() => {
    ask()
    return onNotice('terminal', ask)
  }, [ask])
  return [terminal, setTerminal]
}
