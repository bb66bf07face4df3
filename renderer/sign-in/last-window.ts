/** The window somebody last signed in at on this machine: the next one mostly sits down at the same. No fact, only a suggestion. */
import { WindowNo } from '../../shared/case/ids.ts'

const KEY = 'sign-in.window'

export function lastWindow(): WindowNo | null {
  return WindowNo.nullable()
    .catch(null)
    .parse(Number(localStorage.getItem(KEY)) || null)
}

export function rememberWindow(window: WindowNo | null): void {
  localStorage.setItem(KEY, String(window ?? 0))
}
