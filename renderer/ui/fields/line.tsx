/** The box of one line: a bare input that looks like every other box. The one bought in copies each event and draws several
 *  components around it, at every key. */
import type { ComponentProps, ReactNode } from 'react'
import type { WidgetProps } from './widget.ts'
import './line.css'

type Props = Omit<ComponentProps<'input'>, 'className' | 'type'> &
  Partial<Pick<WidgetProps, 'status' | 'describedBy'>> & {
    /** A number that is read figure by figure. */
    grouped?: boolean
  }

export function Line({ status = '', describedBy, required, grouped = false, ...rest }: Props): ReactNode {
  return (
    <input
      type="text"
      className={`line${grouped ? ' grouped' : ''}${status === '' ? '' : ` line-${status}`}`}
      autoComplete="off"
      spellCheck={false}
      aria-describedby={describedBy}
      aria-invalid={status === 'error'}
      aria-required={required}
      {...rest}
    />
  )
}
