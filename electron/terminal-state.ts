/** What the page is told of the machine before anybody signs in. */
import type { TerminalState } from '../shared/contract/views.ts'
import type { Desk } from './desk.ts'
import type { Identity } from './enrolment/identity.ts'

export type StateSources = {
  identity: Identity | undefined
  desk: Desk | undefined
  keyStore: TerminalState['keyStore']
  /** Why the keys cannot be opened. */
  keysMissing: string | null
  training: boolean
  suggest?: { bureau: string; code: string } | null
  version?: string
  runtime?: string
}

export function terminalState({
  identity,
  desk,
  keyStore,
  keysMissing,
  training,
  ...said
}: StateSources): TerminalState {
  const hall = desk?.published.hall
  return {
    phase: identity === undefined ? 'unenrolled' : 'ready',
    terminal: identity?.terminal ?? null,
    hall: identity?.hall ?? null,
    bureauName: hall?.bureau ?? null,
    hallName: hall?.name ?? null,
    windows: hall?.windows ?? [],
    window: identity?.window ?? null,
    known: desk?.people.known() ?? [],
    keyStore,
    ledger: ledgerState(desk, keysMissing),
    version: said.version ?? '0.0.0',
    runtime: said.runtime ?? `Node ${process.versions.node}`,
    training,
    suggest: identity === undefined ? (said.suggest ?? null) : null,
  }
}

function ledgerState(desk: Desk | undefined, keysMissing: string | null): TerminalState['ledger'] {
  if (keysMissing !== null) return { state: 'readOnly', why: 'keyMissing', detail: keysMissing }
  return desk === undefined ? { state: 'ready' } : { ...desk.ledger.state }
}
