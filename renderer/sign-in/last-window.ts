/** The window somebody last signed in at on this machine: the next one mostly sits down at the same. No fact, only a suggestion. */
import type { WindowNo } from '../../shared/case/ids.ts'
import type { TerminalState } from '../../shared/contract/views.ts'

const KEY = 'sign-in.window'

/** null where it was none, or one that the hall no longer has. */
export function lastWindow({ windows }: TerminalState): WindowNo | null {
  const last = Number(localStorage.getItem(KEY))
  return windows.find(({ no }) => no === last)?.no ?? null
}

export function rememberWindow(window: WindowNo | null): void {
  localStorage.setItem(KEY, String(window ?? 0))
}
