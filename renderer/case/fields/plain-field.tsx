/** A line, some lines, a day or a number. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { type Control, useController } from 'react-hook-form'
import type { FormValue } from '../../../shared/item/field.ts'
import { DayBox } from '../../ui/fields/day-box.tsx'
import { FieldFrame } from '../../ui/fields/field-frame.tsx'
import { LongTextBox } from '../../ui/fields/long-text-box.tsx'
import { NumberBox } from '../../ui/fields/number-box.tsx'
import { TextBox } from '../../ui/fields/text-box.tsx'
import { sentenceId, type WidgetProps } from '../../ui/fields/widget.ts'
import { actWords } from '../../words/acts.ts'
import type { ActField, Values } from '../acts/act.ts'
import { fieldId } from './field-id.ts'

type Plain = Extract<ActField, { kind: 'text' | 'longText' | 'day' | 'number' }>

export function PlainField({ field, control }: { field: Plain; control: Control<Values> }): ReactNode {
  const { field: held, fieldState } = useController({ control, name: field.name })
  const id = fieldId(field.name)
  const error = fieldState.error?.message
  const widget: WidgetProps = {
    id,
    value: (held.value ?? '') as FormValue,
    onChange: held.onChange,
    onBlur: held.onBlur,
    status: error === undefined ? '' : 'error',
    describedBy: sentenceId(id),
    required: field.required,
  }
  return (
    <FieldFrame
      id={id}
      label={field.label}
      required={field.required ?? false}
      wide={field.half !== true}
      error={error}
      help={field.help}
    >
      <Box field={field} widget={widget} />
    </FieldFrame>
  )
}

function Box({ field, widget }: { field: Plain; widget: WidgetProps }): ReactNode {
  // The cursor goes along: most of them are written on.
  const pick = (phrase: string) => {
    widget.onChange(phrase)
    document.getElementById(widget.id)?.focus()
  }
  switch (field.kind) {
    case 'day':
      return <DayBox {...widget} placeholder={actWords.dayHint} />
    case 'number':
      return <NumberBox {...widget} />
    case 'text':
      return <TextBox {...widget} maxLength={field.maxLength} />
    case 'longText':
      return (
        <>
          <LongTextBox {...widget} />
          {(field.phrases ?? []).length > 0 && <Phrases phrases={field.phrases ?? []} onPick={pick} />}
        </>
      )
  }
}

/** Sentences an office writes every day, put in by one press; they can be changed afterwards. */
function Phrases({ phrases, onPick }: { phrases: readonly string[]; onPick: (phrase: string) => void }): ReactNode {
  return (
    <div className="phrases">
      <span>{actWords.phrases}</span>
      {phrases.map((phrase) => (
        <Button key={phrase} size="small" onClick={() => onPick(phrase)}>
          {phrase}
        </Button>
      ))}
    </div>
  )
}
