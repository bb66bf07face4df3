/** A plain number; text stays while it is none. */
import type { ReactNode } from 'react'
import { plainNumber } from '../../../shared/identity/typed-text.ts'
import { TextBox } from './text-box.tsx'
import type { WidgetProps } from './widget.ts'

export function NumberBox(props: WidgetProps): ReactNode {
  const change: WidgetProps['onChange'] = (value) => {
    const plain = typeof value === 'string' ? plainNumber(value) : ''
    props.onChange(/^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : value)
  }
  return <TextBox {...props} onChange={change} />
}
