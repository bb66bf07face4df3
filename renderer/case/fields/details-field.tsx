/** The item's own form once more, with what is on record, to put right what was typed wrong. */
import type { ReactNode } from 'react'
import { type Control, useController } from 'react-hook-form'
import { dayOf } from '../../../shared/calendar/day.ts'
import type { Field, FormValue, FormValues } from '../../../shared/item/field.ts'
import { formProblems, visibleFields } from '../../../shared/item/form-schema.ts'
import { layoutOf } from '../../parts/field-layout.ts'
import { FieldFrame } from '../../ui/fields/field-frame.tsx'
import { sentenceId, type WidgetProps } from '../../ui/fields/widget.ts'
import { fieldProblemWords } from '../../words/fields.ts'
import type { Values } from '../acts/act.ts'
import type { Around } from '../around.ts'
import { FieldBox } from './field-box.tsx'

type Props = { name: string; control: Control<Values>; around: Around }

export function DetailsField({ name, control, around }: Props): ReactNode {
  const { field: held } = useController({ control, name })
  const values = (held.value ?? {}) as FormValues
  const { item, kase } = around
  const day = dayOf(kase.received.at)
  const problems = new Map(formProblems(item, values, day).map((problem) => [problem.key, fieldProblemWords(problem)]))
  return (
    <div className="fields act-details">
      {visibleFields(item, values, day).map((field) => (
        <OneDetail
          key={field.key}
          field={field}
          value={values[field.key] ?? null}
          values={values}
          error={problems.get(field.key)}
          onChange={(value) => held.onChange({ ...values, [field.key]: value })}
        />
      ))}
    </div>
  )
}

type DetailProps = {
  field: Field
  value: FormValue
  values: FormValues
  error: string | undefined
  onChange: (value: FormValue) => void
}

function OneDetail({ field, value, values, error, onChange }: DetailProps): ReactNode {
  const id = `detail-${field.key}`
  const widget: WidgetProps = {
    id,
    value,
    onChange,
    onBlur: () => {},
    status: error === undefined ? '' : 'error',
    describedBy: sentenceId(id),
    required: field.required === true,
  }
  return (
    <FieldFrame id={id} label={field.label} required={field.required === true} {...layoutOf(field)} error={error}>
      <FieldBox field={field} values={values} widget={widget} />
    </FieldFrame>
  )
}
