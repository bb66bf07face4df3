/** The numbers people bring: identity number, credit code, telephone, bank card. */
import type { ReactNode } from 'react'
import { normaliseBankAccount } from '../../../shared/identity/bank-account.ts'
import { normaliseIdNumber } from '../../../shared/identity/id-number.ts'
import { normalisePhone } from '../../../shared/identity/phone.ts'
import { plainNumber } from '../../../shared/identity/typed-text.ts'
import { normaliseUscc } from '../../../shared/identity/uscc.ts'
import { GroupedBox } from './grouped-box.tsx'
import { TextBox } from './text-box.tsx'
import { textOf, type WidgetProps } from './widget.ts'

/** 18 places: county, birth, the rest. */
export function IdNoBox(props: WidgetProps): ReactNode {
  return <GroupedBox {...props} groups={[6, 8, 4]} keep={normaliseIdNumber} />
}

/** Another document's number: letters and digits as printed. */
export function DocumentNoBox(props: WidgetProps): ReactNode {
  return <TextBox {...props} keep={(text) => plainNumber(text).toUpperCase()} />
}

/** An identity number, then kind and grade, then the issue. */
export function DisabilityNoBox(props: WidgetProps): ReactNode {
  return <GroupedBox {...props} groups={[6, 8, 4, 2, 3]} keep={(text) => plainNumber(text).toUpperCase()} />
}

export function UsccBox(props: WidgetProps): ReactNode {
  return <GroupedBox {...props} groups={[2, 6, 9, 1]} keep={normaliseUscc} />
}

/** A mobile number in 3-4-4; a fixed one as typed, made uniform when left. */
export function PhoneBox(props: WidgetProps): ReactNode {
  const text = textOf(props.value)
  const groups = text === '' || /^1\d{0,10}$/.test(text) ? [3, 4, 4] : [text.length]
  return <GroupedBox {...props} groups={groups} keep={plainNumber} onBlur={leave(props)} />
}

export function BankCardBox(props: WidgetProps): ReactNode {
  return <GroupedBox {...props} groups={[4]} keep={normaliseBankAccount} />
}

function leave({ value, onChange, onBlur }: WidgetProps): () => void {
  return () => {
    const kept = normalisePhone(textOf(value))
    if (kept !== textOf(value)) onChange(kept)
    onBlur()
  }
}
