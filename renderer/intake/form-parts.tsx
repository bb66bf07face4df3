/** The form's own sections, in the order a clerk asks. */
import type { ReactNode } from 'react'
import { hasCitizenNumber } from '../../shared/item/document.ts'
import type { Field, FormValues } from '../../shared/item/field.ts'
import { factsOf } from '../../shared/item/form-facts.ts'
import { isRequired } from '../../shared/item/form-schema.ts'
import { FieldRow } from './field-row.tsx'
import { fieldWarning } from './field-warning.ts'
import { rowOffer } from './row-offers.ts'
import type { IntakeInHand } from './use-intake.ts'

export function FormParts({ intake }: { intake: IntakeInHand }): ReactNode {
  const { item, visible, values, today, typing, derived, differences, waiting } = intake
  const facts = factsOf(item, values, today)
  return item.sections.map((section) => {
    const fields = visible.filter((field) => field.section === section.key)
    if (fields.length === 0) return null
    return (
      <section className="part part-fields" key={section.key} aria-labelledby={`section-${section.key}`}>
        <h2 id={`section-${section.key}`}>{section.title}</h2>
        <div className="fields">
          {fields.map((field) => (
            <FieldRow
              key={field.key}
              field={field}
              control={typing.control}
              setValue={typing.setValue}
              required={isRequired(field, facts)}
              otherDocument={
                field.type === 'idNo' && field.idTypeField !== undefined && !hasCitizenNumber(values[field.idTypeField])
              }
              rowNames={rowNames(field, values)}
              rowOffer={field.type === 'table' ? rowOffer(item, field, values) : undefined}
              above={addressAbove(field, visible, values)}
              derived={derived[field.key] !== undefined && derived[field.key] === values[field.key]}
              brought={isBrought(intake.form.brought, field, values)}
              waiting={waiting.has(field.key)}
              warning={fieldWarning(field, values, differences)}
            />
          ))}
        </div>
      </section>
    )
  })
}

/** Does a field still hold what was taken over? Of a table its own line says so. */
function isBrought(brought: FormValues, { key, type }: Field, values: FormValues): boolean {
  if (!Object.hasOwn(brought, key) || type === 'table') return false
  return JSON.stringify(brought[key]) === JSON.stringify(values[key])
}

function rowNames(field: Field, values: FormValues): readonly string[] | undefined {
  if (field.rowsFrom === undefined) return undefined
  const chosen = values[field.rowsFrom]
  return Array.isArray(chosen) ? (chosen as string[]) : []
}

/** The nearest address before this one. */
function addressAbove(field: Field, visible: readonly Field[], values: FormValues): string | null {
  if (field.type !== 'address') return null
  const above = visible.slice(0, visible.indexOf(field)).findLast((each) => each.type === 'address')
  const value = above === undefined ? null : values[above.key]
  return typeof value === 'string' && value !== '' ? value : null
}
