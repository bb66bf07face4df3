/** The fields of an act's dialog, drawn from its description. */
import type { ReactNode } from 'react'
import { type Control, useWatch } from 'react-hook-form'
import type { ActField, Values } from './acts/act.ts'
import type { Around } from './around.ts'
import { ChoiceField } from './fields/choice-field.tsx'
import { DetailsField } from './fields/details-field.tsx'
import { LacksField } from './fields/lacks-field.tsx'
import { MaterialsField } from './fields/materials-field.tsx'
import { PlainField } from './fields/plain-field.tsx'

type Props = { fields: readonly ActField[]; control: Control<Values>; around: Around }

export function ActForm({ fields, control, around }: Props): ReactNode {
  const values = useWatch({ control }) as Values
  return (
    <div className="act-fields">
      {fields
        .filter((field) => field.when?.(values) ?? true)
        .map((field) => (
          <OneField key={field.name} field={field} control={control} around={around} />
        ))}
    </div>
  )
}

function OneField({
  field,
  control,
  around,
}: {
  field: ActField
  control: Control<Values>
  around: Around
}): ReactNode {
  switch (field.kind) {
    case 'choice':
    case 'ticks':
    case 'tick':
      return <ChoiceField field={field} control={control} />
    case 'materials':
      return <MaterialsField field={field} control={control} />
    case 'lacks':
      return <LacksField field={field} control={control} />
    case 'details':
      return <DetailsField name={field.name} control={control} around={around} />
    default:
      return <PlainField field={field} control={control} />
  }
}
