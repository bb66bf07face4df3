/** One line of text, made uniform when it is left, never while it is typed. */
import type { ReactNode } from 'react'
import { Line } from './line.tsx'
import { textOf, type WidgetProps } from './widget.ts'

type Props = WidgetProps & {
  maxLength?: number | undefined
  /** What is kept of the typed text once the field is left. */
  keep?: ((text: string) => string) | undefined
}

export function TextBox({ value, onChange, onBlur, keep, maxLength, ...rest }: Props): ReactNode {
  const text = textOf(value)
  const leave = () => {
    const kept = keep?.(text) ?? text.trim()
    if (kept !== text) onChange(kept)
    onBlur()
  }
  return (
    <Line
      {...rest}
      value={text}
      // Some characters of names are two units long: the schema counts characters, the box only keeps out a pasted book.
      maxLength={maxLength === undefined ? undefined : maxLength * 2}
      onChange={(event) => onChange(event.target.value)}
      onBlur={leave}
    />
  )
}
