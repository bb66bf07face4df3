/** One of several: buttons when all fit on a line, else a list. */
import type { ReactNode } from 'react'
import { ChoiceList } from './choice-list.tsx'
import { RadioRow } from './radio-row.tsx'
import { labelId, textOf, type WidgetProps } from './widget.ts'

type Props = WidgetProps & {
  options: readonly string[]
  /** Characters that a line holds, with two for each button. */
  line?: number | undefined
}

const BUTTONS_AT_MOST = 5
/** What a line of half the form holds. */
const LINE = 19

export function ChoiceBox({ options, line = LINE, ...props }: Props): ReactNode {
  const width = options.reduce((sum, option) => sum + [...option].length + 2, 0)
  const choices = options.map((option) => ({ value: option, label: option }))
  if (options.length > BUTTONS_AT_MOST || width > line) return <ChoiceList {...props} options={choices} />
  const { id, value, onChange, onBlur, describedBy, status } = props
  return (
    <RadioRow
      id={id}
      value={textOf(value) === '' ? null : textOf(value)}
      options={choices}
      onChange={onChange}
      onBlur={onBlur}
      wrong={status === 'error'}
      labelledBy={labelId(id)}
      describedBy={describedBy}
    />
  )
}
