/** Choices side by side: the mouse, the arrows, or a digit chooses; the digits show while the keyboard is there. */
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import './radio-row.css'

export type RadioOption<T> = { value: T; label: string }

type Props<T> = {
  id: string
  value: T | null
  options: readonly RadioOption<T>[]
  onChange: (value: T) => void
  onBlur?: () => void
  wrong?: boolean
  labelledBy?: string | undefined
  label?: string | undefined
  describedBy?: string | undefined
  /** Keys of the row's own, before the digits. */
  onKey?: (event: KeyboardEvent) => void
}

export function RadioRow<T extends string | boolean>(props: Props<T>): ReactNode {
  const { id, value, options, onChange, onBlur, wrong, labelledBy, label, describedBy, onKey } = props
  const press = (event: KeyboardEvent) => {
    onKey?.(event)
    const chosen = optionOfKey(event, options)
    if (chosen !== undefined) onChange(chosen.value)
  }
  const row = useRef<HTMLDivElement>(null)
  useFocusOnChosen(row, value)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the radio buttons inside
    <div className={wrong ? 'choice choice-wrong' : 'choice'} ref={row} onKeyDown={press} onBlur={onBlur}>
      <div
        className="radio-options"
        role="radiogroup"
        id={id}
        aria-labelledby={labelledBy}
        aria-label={label}
        aria-describedby={describedBy}
      >
        {options.map((option, index) => (
          <label className="radio-option" key={String(option.value)}>
            <input type="radio" name={id} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>
              <kbd className="choice-digit">{index + 1}</kbd>
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}

/** A choice made by a key that is no arrow takes the cursor along, if it was in the row. */
export function useFocusOnChosen(row: RefObject<HTMLElement | null>, value: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value's change is what moves the cursor
  useEffect(() => {
    const box = document.activeElement
    if (!(box instanceof HTMLInputElement) || box.type !== 'radio' || !row.current?.contains(box)) return
    row.current.querySelector<HTMLInputElement>('input:checked')?.focus()
  }, [row, value])
}

/** The option that a digit key stands for: 1 is the first. */
export function optionOfKey<T>(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey'>,
  options: readonly T[],
): T | undefined {
  if (event.ctrlKey || event.altKey || !/^[1-9]$/.test(event.key)) return undefined
  return options[Number(event.key) - 1]
}
