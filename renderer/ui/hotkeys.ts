/** Keys of the house: F2 reads a card, F3 notes a question, F4 takes a picture, F5 carries into another system or takes over what is known, F6 calls the next
 *  number, F8 prints, F9 submits, Esc one step back, Ctrl+F finds, Ctrl+L locks, Ctrl+P prints what is looked at, Ctrl+Z takes back what was taken over, Alt and a digit opens what carries that number.
 *  Never while an input method is composing. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'

const functionKeys = ['F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9'] as const
export type Hotkey =
  | (typeof functionKeys)[number]
  | 'Esc'
  | 'Ctrl+F'
  | 'Ctrl+L'
  | 'Ctrl+P'
  | 'Ctrl+Z'
  | `Alt+${1 | 2 | 3 | 4 | 5 | 6 | 7}`

type Entry = { key: Hotkey | 'barrier'; run: () => void }

/** Later entries lie on top: a dialog's F9 comes before the page's. */
const entries: Entry[] = []

/** Is this key press part of a composition (拼音, 五笔)? 229 is what older input methods send. */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229
}

/** Only digits (and an X) in a place for words: a scanner typed them, and the Enter it ends with is no word of anybody. */
export function isScanned(text: string): boolean {
  return /^[\dXx\s-]{6,}$/.test(text.trim())
}

const withCtrl: Record<string, Hotkey> = { f: 'Ctrl+F', l: 'Ctrl+L', p: 'Ctrl+P', z: 'Ctrl+Z' }

function nameOf(event: KeyboardEvent): Hotkey | undefined {
  if (event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey) return withCtrl[event.key.toLowerCase()]
  if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey)
    return /^[1-7]$/.test(event.key) ? (`Alt+${event.key}` as Hotkey) : undefined
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return undefined
  if (isFunctionKey(event.key)) return event.key
  return event.key === 'Escape' ? 'Esc' : undefined
}

function isFunctionKey(key: string): key is (typeof functionKeys)[number] {
  return (functionKeys as readonly string[]).includes(key)
}

/** The topmost handler of a key, unless a barrier (lock screen, dialog) lies above it. */
export function handlerOf(stack: readonly Entry[], key: Hotkey): (() => void) | undefined {
  for (const entry of stack.toReversed()) {
    if (entry.key === key) return entry.run
    if (entry.key === 'barrier') return undefined
  }
  return undefined
}

/** To be put on the window once. A key held down runs once: a repeat is not a second press. */
export function listenForHotkeys(target: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
  const listen = (event: KeyboardEvent) => {
    if (isComposing(event)) {
      // The browser would leave the box with half a word in it.
      if (event.key === 'Tab') event.preventDefault()
      return
    }
    if (event.defaultPrevented) return
    const key = nameOf(event)
    if (key === undefined) return
    const run = handlerOf(entries, key)
    if (run === undefined) return
    event.preventDefault()
    if (event.repeat) return
    if (key === 'F9') takeTyped()
    run()
  }
  target.addEventListener('keydown', listen as EventListener)
  return () => target.removeEventListener('keydown', listen as EventListener)
}

/** What stands in the box is taken as when it is left, a day typed as 20261208 too; the cursor stays. */
function takeTyped(): void {
  const box = document.activeElement
  if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return
  flushSync(() => box.blur())
  box.focus({ preventScroll: true })
}

function push(entry: Entry): () => void {
  entries.push(entry)
  return () => {
    entries.splice(entries.indexOf(entry), 1)
  }
}

/** Runs `fn` on the key while the component is shown; `undefined` leaves the key to whoever lies below. */
export function useHotkey(key: Hotkey, fn: (() => void) | undefined): void {
  const latest = useRef(fn)
  latest.current = fn
  const active = fn !== undefined
  useEffect(() => (active ? push({ key, run: () => latest.current?.() }) : undefined), [key, active])
}

/** Keeps every key from what is shown below, until the function it gives back is called. */
export function raiseHotkeyBarrier(): () => void {
  return push({ key: 'barrier', run: () => {} })
}

/** While active, no key reaches what was shown before (a dialog over the page, the lock screen). */
export function useHotkeyBarrier(active: boolean): void {
  // Before the effects of all that lies above it: their keys come on top.
  useLayoutEffect(() => (active ? raiseHotkeyBarrier() : undefined), [active])
}
