/** Yes or no, unanswered until somebody answers. 1 or y is yes, 2 or n is no. */

import type { KeyboardEvent, ReactNode } from 'react'
import { boxWords } from '../../words/boxes.ts'
import { RadioRow } from './radio-row.tsx'
import { labelId, type WidgetProps } from './widget.ts'

const options = [
  { value: true, label: boxWords.yes },
  { value: false, label: boxWords.no },
]

export function YesNoBox({ id, value, onChange, onBlur, describedBy, status }: WidgetProps): ReactNode {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey) return
    if (event.key === 'y') onChange(true)
    if (event.key === 'n') onChange(false)
  }
  return (
    <RadioRow
      id={id}
      value={typeof value === 'boolean' ? value : null}
      options={options}
      onChange={onChange}
      onBlur={onBlur}
      wrong={status === 'error'}
      labelledBy={labelId(id)}
      describedBy={describedBy}
      onKey={press}
    />
  )
}
