/** The box of an item's field, by its type. */
import type { ReactNode } from 'react'
import { hasCitizenNumber } from '../../../shared/item/document.ts'
import type { Field, FormValues } from '../../../shared/item/field.ts'
import { FilesBox } from '../../parts/files/files-box.tsx'
import { ChoiceBox } from '../../ui/fields/choice-box.tsx'
import { DayBox } from '../../ui/fields/day-box.tsx'
import { LongTextBox } from '../../ui/fields/long-text-box.tsx'
import { MoneyBox } from '../../ui/fields/money-box.tsx'
import { NumberBox } from '../../ui/fields/number-box.tsx'
import {
  BankCardBox,
  DisabilityNoBox,
  DocumentNoBox,
  IdNoBox,
  PhoneBox,
  UsccBox,
} from '../../ui/fields/number-boxes.tsx'
import { SeveralBox } from '../../ui/fields/several-box.tsx'
import { TableBox } from '../../ui/fields/table-box.tsx'
import { TextBox } from '../../ui/fields/text-box.tsx'
import { TimeBox } from '../../ui/fields/time-box.tsx'
import type { WidgetProps } from '../../ui/fields/widget.ts'
import { YesNoBox } from '../../ui/fields/yes-no-box.tsx'
import { fieldWords } from '../../words/intake.ts'

type Props = { field: Field; values: FormValues; widget: WidgetProps }

export function FieldBox({ field, values, widget }: Props): ReactNode {
  switch (field.type) {
    case 'idNo':
      return isIdentityNumber(field, values) ? <IdNoBox {...widget} /> : <DocumentNoBox {...widget} />
    case 'uscc':
      return <UsccBox {...widget} />
    case 'phone':
      return <PhoneBox {...widget} />
    case 'bankCard':
      return <BankCardBox {...widget} />
    case 'date':
      return <DayBox {...widget} />
    case 'money':
      return <MoneyBox {...widget} />
    case 'number':
      return <NumberBox {...widget} />
    case 'yesNo':
      return <YesNoBox {...widget} />
    case 'choice':
      return <ChoiceBox {...widget} options={field.options ?? []} />
    case 'several':
      return <SeveralBox {...widget} options={field.options ?? []} />
    case 'textarea':
      return <LongTextBox {...widget} maxLength={field.maxLength} />
    case 'table':
      return (
        <TableBox
          {...widget}
          columns={field.columns ?? []}
          fixedRows={rowsOf(field, values)}
          words={fieldWords.table}
          cellError={() => undefined}
        />
      )
    case 'files':
      return <FilesBox {...widget} limits={field.files} />
    case 'disabilityNo':
      return <DisabilityNoBox {...widget} />
    case 'time':
      return <TimeBox {...widget} />
    default:
      return <TextBox {...widget} maxLength={field.maxLength} />
  }
}

function isIdentityNumber({ idTypeField }: Field, values: FormValues): boolean {
  return idTypeField === undefined || hasCitizenNumber(values[idTypeField])
}

function rowsOf(field: Field, values: FormValues): readonly string[] | undefined {
  if (field.rowsFrom === undefined) return undefined
  const rows = values[field.rowsFrom]
  return Array.isArray(rows) ? (rows as string[]) : []
}
