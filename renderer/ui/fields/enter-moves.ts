/** Enter and Tab move on, Shift+Enter moves back; Enter never submits, so a scanner's closing Enter does no harm. */
import type { KeyboardEvent } from 'react'
import { isComposing } from '../hotkeys.ts'

const STOPS = 'input:not([type=hidden]), textarea, [data-stop]'

/** The places Enter stops at, in the order the eye reads: one per radio group, no disabled ones, no buttons. */
export function stopsOf(container: ParentNode): HTMLElement[] {
  const all = [...container.querySelectorAll<HTMLElement>(STOPS)]
  const radios = all.filter((element) => element instanceof HTMLInputElement && element.type === 'radio')
  const chosen = new Map(
    (radios as HTMLInputElement[]).filter(({ checked }) => checked).map((each) => [each.name, each]),
  )
  const radiosSeen = new Set<string>()
  return all.filter((element) => {
    if (element.closest('[data-no-stop]') !== null || (element as HTMLInputElement).disabled) return false
    if (!(element instanceof HTMLInputElement)) return true
    if (element.type === 'checkbox') return isFirstOfGroup(element)
    if (element.type !== 'radio') return true
    if (radiosSeen.has(element.name) || (chosen.get(element.name) ?? element) !== element) return false
    radiosSeen.add(element.name)
    return true
  })
}

/** Several checkboxes of one field are one stop: digits tick them. */
function isFirstOfGroup(element: HTMLElement): boolean {
  const field = element.closest('[data-field]')
  return field === null || field.querySelector('input[type=checkbox]') === element
}

/** To be put on the form, with `data-enter-moves`: moves the focus. Leaves the key alone while an input method composes; a list
 *  that is open chooses with it first (choice-list.tsx). */
export function moveOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey || isComposing(event.nativeEvent)) return
  const target = event.target as HTMLElement
  if (target.closest('button, a, [data-own-enter]') !== null) return
  const container = event.currentTarget
  const by = event.shiftKey ? -1 : 1
  event.preventDefault()
  focusBeside(container, target, by)
}

/** Focuses the stop after (or before) an element; stays at the last one. */
export function focusBeside(container: HTMLElement, from: HTMLElement, by: 1 | -1): void {
  const stops = stopsOf(container)
  const here = stops.findIndex((stop) => stop === from || sameGroup(stop, from))
  const next = here === -1 ? stopBeyond(stops, from, by) : stops[here + by]
  if (next === undefined) return
  next.focus()
  if (next instanceof HTMLInputElement && isTyped(next)) next.select()
}

/** From a place that Enter passes by (a filled one that somebody clicked into): the nearest stop after or before it. */
function stopBeyond(stops: readonly HTMLElement[], from: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const side = by === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING
  const lies = (stop: HTMLElement) => (from.compareDocumentPosition(stop) & side) !== 0 && !from.contains(stop)
  return by === 1 ? stops.find(lies) : stops.findLast(lies)
}

/** Focuses the stop after an element in the form around it. */
export function goOn(from: HTMLElement): void {
  const form = from.closest<HTMLElement>('[data-enter-moves]')
  if (form !== null) focusBeside(form, from, 1)
}

/** Are both the same place to stop at: itself, or another button of its group? */
export function sameGroup(stop: HTMLElement, from: HTMLElement): boolean {
  if (!(stop instanceof HTMLInputElement && from instanceof HTMLInputElement) || stop.type !== from.type) return false
  if (stop.type === 'radio') return stop.name === from.name
  const field = from.closest('[data-field]')
  return stop.type === 'checkbox' && field !== null && stop.closest('[data-field]') === field
}

function isTyped(input: HTMLInputElement): boolean {
  return !['radio', 'checkbox', 'button'].includes(input.type)
}
