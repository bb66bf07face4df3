/** One of several, some of several, or yes. */
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { type Control, useController } from 'react-hook-form'
import { ChoiceList } from '../../ui/fields/choice-list.tsx'
import { FieldFrame } from '../../ui/fields/field-frame.tsx'
import { RadioRow } from '../../ui/fields/radio-row.tsx'
import { labelId, sentenceId } from '../../ui/fields/widget.ts'
import type { ActField, Values } from '../acts/act.ts'
import { fieldId } from './field-id.ts'

type Choosing = Extract<ActField, { kind: 'choice' | 'ticks' | 'tick' }>
const MOST_BUTTONS = 5

export function ChoiceField({ field, control }: { field: Choosing; control: Control<Values> }): ReactNode {
  const { field: held, fieldState } = useController({ control, name: field.name })
  const id = fieldId(field.name)
  const error = fieldState.error?.message
  const frame = { id, label: field.label, required: field.required ?? false, wide: true, error, help: field.help }
  if (field.kind === 'tick') {
    return (
      <FieldFrame {...frame}>
        <Checkbox id={id} checked={held.value === true} onChange={(event) => held.onChange(event.target.checked)}>
          {field.text}
        </Checkbox>
      </FieldFrame>
    )
  }
  if (field.kind === 'ticks') {
    return (
      <FieldFrame {...frame}>
        <Checkbox.Group
          className="act-ticks"
          value={(held.value ?? []) as string[]}
          options={field.choices.map(({ value, label }) => ({ value, label }))}
          onChange={held.onChange}
        />
      </FieldFrame>
    )
  }
  return (
    <FieldFrame {...frame}>
      {field.choices.length <= MOST_BUTTONS ? (
        <RadioRow
          id={id}
          value={typeof held.value === 'string' ? held.value : null}
          options={field.choices}
          onChange={held.onChange}
          onBlur={held.onBlur}
          wrong={error !== undefined}
          labelledBy={labelId(id)}
          describedBy={sentenceId(id)}
        />
      ) : (
        <ChoiceList
          id={id}
          value={typeof held.value === 'string' ? held.value : null}
          options={field.choices}
          onChange={held.onChange}
          onBlur={held.onBlur}
          status={error === undefined ? '' : 'error'}
          describedBy={sentenceId(id)}
        />
      )}
    </FieldFrame>
  )
}
