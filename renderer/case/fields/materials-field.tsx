/** What was handed in this time, material by material. */
import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { type Control, useController } from 'react-hook-form'
import type { ReceivedMaterial } from '../../../shared/case/events/parts.ts'
import type { Material } from '../../../shared/item/item.ts'
import { askedWords } from '../../../shared/paper/say.ts'
import { FieldFrame } from '../../ui/fields/field-frame.tsx'
import { RadioRow } from '../../ui/fields/radio-row.tsx'
import { actWords } from '../../words/acts.ts'
import type { ActField, Values } from '../acts/act.ts'
import { fieldId } from './field-id.ts'

type Got = ReceivedMaterial['got']

/** How it can be handed in: what is asked for first, looked up only where that is allowed. */
function ways({ form, shareable }: Material): { value: Got; label: string }[] {
  const got: Got[] = ['none', form === 'copy' ? 'copy' : form === 'checked' ? 'checked' : 'original']
  if (form !== 'copy') got.push('copy')
  if (shareable) got.push('shared')
  return got.map((value) => ({ value, label: actWords.got[value] }))
}

type Props = { field: Extract<ActField, { kind: 'materials' }>; control: Control<Values> }

export function MaterialsField({ field, control }: Props): ReactNode {
  const { field: held, fieldState } = useController({ control, name: field.name })
  const rows = (held.value ?? {}) as Record<string, ReceivedMaterial>
  const set = (row: ReceivedMaterial) => held.onChange({ ...rows, [row.key]: row })
  const id = fieldId(field.name)
  return (
    <FieldFrame
      id={id}
      label={field.label}
      required={field.required ?? false}
      wide
      error={fieldState.error?.message ?? fieldState.error?.root?.message}
    >
      <ul className="act-materials">
        {field.materials.map((material) => {
          const row = rows[material.key]
          if (row === undefined) return null
          return (
            <li key={material.key}>
              <span className="act-material-name">
                {material.name}
                <span>{actWords.needed(askedWords(material))}</span>
              </span>
              <RadioRow
                id={`${id}-${material.key}`}
                label={material.name}
                value={row.got}
                options={ways(material)}
                onChange={(got) => set({ ...row, got })}
              />
              <InputNumber
                min={1}
                max={99}
                value={row.count}
                disabled={row.got === 'none' || row.got === 'shared'}
                aria-label={`${material.name}${actWords.count}`}
                onChange={(count) => set({ ...row, count: count ?? 1 })}
              />
            </li>
          )
        })}
      </ul>
    </FieldFrame>
  )
}
