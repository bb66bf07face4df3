/** Some lines of text. Enter moves on like everywhere; Shift+Enter or Ctrl+Enter makes a new line. */
import { Input } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { textOf, type WidgetProps } from './widget.ts'

export function LongTextBox({
  value,
  onChange,
  onBlur,
  status,
  describedBy,
  required,
  maxLength,
  ...rest
}: WidgetProps & { maxLength?: number | undefined }): ReactNode {
  const text = textOf(value)
  const newLine = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    document.execCommand('insertText', false, '\n')
  }
  return (
    <Input.TextArea
      {...rest}
      value={text}
      status={status}
      autoSize={{ minRows: 2, maxRows: 6 }}
      aria-describedby={describedBy}
      aria-invalid={status === 'error'}
      aria-required={required}
      {...(maxLength === undefined ? {} : { count: { max: maxLength, show: true } })}
      onKeyDown={newLine}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => {
        if (text.trim() !== text) onChange(text.trim())
        onBlur()
      }}
    />
  )
}
