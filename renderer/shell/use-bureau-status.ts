/** How the upload stands; asked again on every notice. */
import { useCallback, useEffect, useState } from 'react'
import type { BureauStatus } from '../../shared/contract/views.ts'
import { machine, onNotice } from '../machine.ts'
import { showProblem } from '../ui/problem.ts'

export type BureauInHand = { status: BureauStatus | null; sending: boolean; sendNow(): void }

export function useBureauStatus(): BureauInHand {
  const [status, setStatus] = useState<BureauStatus | null>(null)
  const [sending, setSending] = useState(false)
  const ask = useCallback(() => {
    // A status that cannot be read is shown as it was last known; the next notice asks again.
    machine['bureau.status'](null).then(setStatus, () => {})
  }, [])
  useEffect(() => {
    ask()
    const stops = [onNotice('bureau', ask), onNotice('ledger', ask)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [ask])
  const sendNow = useCallback(() => {
    setSending(true)
    machine['bureau.sendNow'](null)
      .then(setStatus, showProblem)
      .finally(() => setSending(false))
  }, [])
  return { status, sending, sendNow }
}
