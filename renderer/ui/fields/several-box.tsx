/** Any of several: each ticked with the mouse, the blank bar, or its digit. */
import { Checkbox } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { optionOfKey } from './radio-row.tsx'
import { labelId, type WidgetProps } from './widget.ts'

export function SeveralBox({
  id,
  value,
  onChange,
  onBlur,
  describedBy,
  options,
}: WidgetProps & { options: readonly string[] }): ReactNode {
  const chosen = Array.isArray(value) ? (value as string[]) : []
  // Kept in the order of the form, not of the fingers.
  const set = (ticked: readonly string[]) => onChange(options.filter((option) => ticked.includes(option)))
  const press = (event: KeyboardEvent) => {
    const option = optionOfKey(event, options)
    if (option !== undefined)
      set(chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option])
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be labelled by the field's own label
    <div
      id={id}
      role="group"
      className="choice"
      aria-labelledby={labelId(id)}
      aria-describedby={describedBy}
      onKeyDown={press}
      onBlur={onBlur}
    >
      {options.map((option, index) => (
        <Checkbox
          key={option}
          checked={chosen.includes(option)}
          onChange={(event) =>
            set(event.target.checked ? [...chosen, option] : chosen.filter((each) => each !== option))
          }
        >
          <kbd className="choice-digit">{index + 1}</kbd>
          {option}
        </Checkbox>
      ))}
    </div>
  )
}
