/** The audits as the bureau tells them. Null of one: there is none such, or none that this person may read. */
import { useCallback } from 'react'
import type { CaseId } from '../../../shared/case/ids.ts'
import type { AuditCase, Audits, AuditView } from '../../../shared/contract/stored-audits.ts'
import { machine } from '../../machine.ts'
import { type Asking, useHeard } from '../../parts/hear.ts'

export function useAudits(before: string | null): Asking<Audits> {
  return useHeard(useCallback(() => machine['bureau.audits']({ before }), [before]))
}

export function useAudit(audit: string): Asking<AuditView | null> {
  return useHeard(useCallback(() => machine['bureau.audit']({ audit }), [audit]))
}

export function useAuditCase(audit: string, of: CaseId): Asking<AuditCase | null> {
  return useHeard(useCallback(() => machine['bureau.auditCase']({ audit, case: of }), [audit, of]))
}
