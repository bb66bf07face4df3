/** One line of text, made uniform when it is left, never while it is typed. */
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { textOf, type WidgetProps } from './widget.ts'

type Props = WidgetProps & {
  maxLength?: number | undefined
  /** What is kept of the typed text once the field is left. */
  keep?: ((text: string) => string) | undefined
  suffix?: ReactNode
}

export function TextBox({
  value,
  onChange,
  onBlur,
  status,
  describedBy,
  keep,
  maxLength,
  required,
  ...rest
}: Props): ReactNode {
  const text = textOf(value)
  const leave = () => {
    const kept = keep?.(text) ?? text.trim()
    if (kept !== text) onChange(kept)
    onBlur()
  }
  return (
    <Input
      {...rest}
      value={text}
      status={status}
      autoComplete="off"
      spellCheck={false}
      // Some characters of names are two units long: the schema counts characters, the box only keeps out a pasted book.
      {...(maxLength === undefined ? {} : { maxLength: maxLength * 2 })}
      aria-describedby={describedBy}
      aria-invalid={status === 'error'}
      aria-required={required}
      onChange={(event) => onChange(event.target.value)}
      onBlur={leave}
    />
  )
}
