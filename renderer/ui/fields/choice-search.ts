/** What a list of choices shows for what was typed: Chinese, pinyin whole or its initials, or the number an option stands under. */
import { match } from 'pinyin-pro'
import type { RadioOption } from './radio-row.tsx'

export type Choice = RadioOption<string>

/** The options that fit, the nearest first: 其他 itself stands before 其他亲属, and both before what only has it in its middle.
 *  All in their own order while nothing is typed. */
export function fitting(options: readonly Choice[], typed: string): readonly Choice[] {
  const text = plain(typed)
  if (text === '') return options
  const called = options.flatMap((option) => {
    const far = farFrom(text, option.label)
    return far === undefined ? [] : [{ option, far }]
  })
  if (called.length > 0) return called.toSorted((one, other) => one.far - other.far).map(({ option }) => option)
  const numbered = /^\d+$/.test(text) ? options[Number(text) - 1] : undefined
  return numbered === undefined ? [] : [numbered]
}

/** Do the options stand under numbers that can be typed? Not where digits are part of what they are called. */
export function areNumbered(options: readonly Choice[]): boolean {
  return !options.some(({ label }) => /\d/.test(label))
}

/** What is chosen by a text that was left standing in the box: the option it names in full, null (none) where it was emptied,
 *  and undefined (as before) else. */
export function leftStanding(options: readonly Choice[], typed: string): string | null | undefined {
  const text = typed.trim()
  return text === '' ? null : options.find(({ label }) => label === text)?.value
}

/** Where an arrow goes in a list of so many, round at its ends; -1 is nowhere yet. */
export function beside(at: number, by: 1 | -1, count: number): number {
  if (at === -1) return by === 1 ? Math.min(0, count - 1) : count - 1
  return count === 0 ? -1 : (at + by + count) % count
}

/** An input method writes the syllables that it is composing apart: pei'ou. */
function plain(typed: string): string {
  return typed.replaceAll(/['\s]/g, '').toLowerCase()
}

/** How far an option is from what was typed: 0 called so, 1 begins so, 2 has it in its middle; undefined where it does not fit. */
function farFrom(text: string, label: string): 0 | 1 | 2 | undefined {
  const at = label.toLowerCase().indexOf(text)
  const [from, length] = at === -1 ? spelt(text, label) : [at, text.length]
  if (from === undefined) return undefined
  if (from > 0) return 2
  return length === label.length ? 0 : 1
}

/** From which character on, and how many, the letters spell. */
function spelt(text: string, label: string): [number, number] | [undefined] {
  if (!/[a-zü]/.test(text)) return [undefined]
  const found = match(label, text, { precision: 'start', continuous: true })
  return found === null ? [undefined] : [found[0] ?? 0, found.length]
}
