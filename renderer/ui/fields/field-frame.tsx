/** A field's label, its box, and the sentences under it: what is wrong first, then what to look at, then the help. */
import type { ReactNode } from 'react'
import { labelId, sentenceId } from './widget.ts'
import './fields.css'

export type FieldFrameProps = {
  id: string
  label: string
  required: boolean
  wide?: boolean | undefined
  /** Above the box, where that needs the whole line. */
  labelAbove?: boolean | undefined
  error?: string | undefined
  warning?: string | undefined
  help?: string | undefined
  /** A short word behind the label, e.g. where the value comes from. */
  mark?: string | undefined
  /** Enter passes it by: it is filled already. */
  passed?: boolean | undefined
  /** Under the sentences: what else can be done here. */
  beside?: ReactNode
  children: ReactNode
}

export function FieldFrame({
  id,
  label,
  required,
  wide,
  labelAbove,
  error,
  warning,
  help,
  mark,
  passed,
  beside,
  children,
}: FieldFrameProps): ReactNode {
  return (
    <div
      className={`field${wide ? ' field-wide' : ''}${labelAbove ? ' field-over' : ''}`}
      data-field={id}
      data-no-stop={passed ? '' : undefined}
    >
      <div className="field-label">
        {required && (
          <span className="required-mark" aria-hidden="true">
            *
          </span>
        )}
        <label htmlFor={id} id={labelId(id)}>
          {label}
        </label>
        {mark !== undefined && <span className="field-mark">{mark}</span>}
      </div>
      <div className="field-body">
        {children}
        <div className="field-says" id={sentenceId(id)} aria-live="polite">
          {error !== undefined ? (
            <span className="field-error">{error}</span>
          ) : warning !== undefined ? (
            <span className="field-warning">{warning}</span>
          ) : (
            help !== undefined && <span className="field-help">{help}</span>
          )}
        </div>
        {beside}
      </div>
    </div>
  )
}
