/** The audits as the bureau tells them; asked again whenever there is news. What is known stays while it cannot be reached. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CaseId, Instant } from '../../../shared/case/ids.ts'
import type { AuditCase, Audits, AuditView } from '../../../shared/contract/stored-audits.ts'
import { machine, onNotice } from '../../machine.ts'

/** asking: nothing is known yet · null: no answer, or nothing there. */
export type Heard<T> = T | null | 'asking'
type Asking<T> = { heard: Heard<T>; again: () => Promise<void>; put: (known: T) => void }

function useHeard<T>(ask: () => Promise<T | null>): Asking<T> {
  const [known, setKnown] = useState({ of: ask, answer: 'asking' as Heard<T> })
  const asked = useRef(0)
  const again = useCallback(async () => {
    asked.current += 1
    const mine = asked.current
    const answer = await ask().catch(() => null)
    // Something else is looked at, or a later answer is there already.
    if (mine !== asked.current) return
    setKnown((before) => {
      const kept = before.of === ask && before.answer !== 'asking' ? before.answer : null
      return { of: ask, answer: answer ?? kept }
    })
  }, [ask])
  const put = useCallback(
    (answer: T) => {
      asked.current += 1
      setKnown({ of: ask, answer })
    },
    [ask],
  )
  useEffect(() => {
    void again()
    const stops = [onNotice('bureau', () => void again()), onNotice('pulled', () => void again())]
    return () => {
      for (const stop of stops) stop()
    }
  }, [again])
  return { heard: known.of === ask ? known.answer : 'asking', again, put }
}

export function useAudits(before: Instant | null): Asking<Audits> {
  return useHeard(useCallback(() => machine['bureau.audits']({ before }), [before]))
}

export function useAudit(audit: string): Asking<AuditView> {
  return useHeard(useCallback(() => machine['bureau.audit']({ audit }), [audit]))
}

export function useAuditCase(audit: string, of: CaseId): Asking<AuditCase> {
  return useHeard(useCallback(() => machine['bureau.auditCase']({ audit, case: of }), [audit, of]))
}
