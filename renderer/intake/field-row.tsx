/** One field of the form: the widget of its type, and what is said beside it. */
import { type ComponentProps, memo, type ReactNode } from 'react'
import { type Control, type FieldError, type FieldPath, type UseFormSetValue, useController } from 'react-hook-form'
import type { Field, FormValue, FormValues } from '../../shared/item/field.ts'
import { layoutOf } from '../parts/field-layout.ts'
import { FilesBox } from '../parts/files/files-box.tsx'
import { usePublished } from '../session/session.tsx'
import { AddressBox } from '../ui/fields/address-box.tsx'
import { ChoiceBox } from '../ui/fields/choice-box.tsx'
import { DayBox } from '../ui/fields/day-box.tsx'
import { FieldFrame } from '../ui/fields/field-frame.tsx'
import { LongTextBox } from '../ui/fields/long-text-box.tsx'
import { MoneyBox } from '../ui/fields/money-box.tsx'
import { NumberBox } from '../ui/fields/number-box.tsx'
import { BankCardBox, DisabilityNoBox, DocumentNoBox, IdNoBox, PhoneBox, UsccBox } from '../ui/fields/number-boxes.tsx'
import { plainText } from '../ui/fields/plain-text.ts'
import { SeveralBox } from '../ui/fields/several-box.tsx'
import { TableBox } from '../ui/fields/table-box.tsx'
import type { Row, RowOffer } from '../ui/fields/table-rows.ts'
import { TextBox } from '../ui/fields/text-box.tsx'
import { TimeBox } from '../ui/fields/time-box.tsx'
import { sentenceId, type WidgetProps } from '../ui/fields/widget.ts'
import { YesNoBox } from '../ui/fields/yes-no-box.tsx'
import { derivedMark } from '../words/derived.ts'
import { fieldMessageWords } from '../words/fields.ts'
import { fieldWords } from '../words/intake.ts'
import { offerWords } from '../words/offers.ts'
import { cardPlace } from './offers/offer.ts'
import { OfferLine } from './offers/offer-line.tsx'

type Props = {
  field: Field
  control: Control<FormValues>
  setValue: UseFormSetValue<FormValues>
  required: boolean
  /** An idNo field that holds another document's number. */
  otherDocument: boolean
  /** The rows of a table, given by another field. */
  rowNames: readonly string[] | undefined
  /** What one key puts into a row of a table. */
  rowOffer: ((row: Row) => RowOffer | undefined) | undefined
  /** What an address may be copied from with 同上. */
  above: string | null
  derived: boolean
  /** Taken over from elsewhere, and not changed since. */
  brought: boolean
  /** Empty, and will follow other fields once they are right. */
  waiting: boolean
  warning: string | undefined
}

export const FieldRow = memo(function FieldRow(props: Props): ReactNode {
  const { field, control, setValue, required, derived, brought, waiting, warning, above } = props
  const { field: held, fieldState } = useController({ control, name: field.key as FieldPath<FormValues> })
  const id = `field-${field.key}`
  const error = waiting ? undefined : errorWords(fieldState.error)
  const widget: WidgetProps = {
    id,
    value: (held.value ?? null) as FormValue,
    // A table says itself when it is to be judged: not at every key of a row that is being filled.
    onChange: field.type === 'table' ? (rows) => setValue(field.key, rows as never) : held.onChange,
    onBlur: () => {
      if (above !== null && isSameAsAbove(held.value)) held.onChange(above)
      held.onBlur()
    },
    status: error === undefined ? (warning === undefined ? '' : 'warning') : 'error',
    describedBy: sentenceId(id),
    required,
  }
  return (
    <FieldFrame
      id={id}
      label={field.label}
      required={required}
      {...layoutOf(field)}
      error={error}
      warning={warning}
      help={field.help ?? (above === null ? undefined : fieldWords.sameAsAbove)}
      mark={derived || waiting ? derivedMark(field) : brought ? offerWords.mark : undefined}
      passed={(derived || brought) && error === undefined && warning === undefined}
      beside={offerBeside(field)}
    >
      <Widget {...props} widget={widget} error={fieldState.error} />
    </FieldFrame>
  )
})

/** What is offered for whom the number names; for the household below its table. */
function offerBeside(field: Field): ReactNode {
  if (field.type === 'idNo' || field.type === 'uscc') return <OfferLines at={field.key} />
  return field.type === 'table' ? <OfferLine at={`${field.key}:all`} /> : undefined
}

/** What a card said stands above what earlier cases say. */
function OfferLines({ at }: { at: string }): ReactNode {
  return (
    <>
      <OfferLine at={cardPlace(at)} />
      <OfferLine at={at} />
    </>
  )
}

/** 同上 or = stands for the address above. */
function isSameAsAbove(value: unknown): boolean {
  return typeof value === 'string' && ['同上', '=', '＝'].includes(value.trim())
}

function errorWords(error: FieldError | undefined): string | undefined {
  if (error === undefined) return undefined
  return typeof error.message === 'string' && error.message !== '' ? fieldMessageWords(error.message) : undefined
}

function Widget({
  field,
  widget,
  otherDocument,
  rowNames,
  rowOffer,
  error,
}: Props & { widget: WidgetProps; error: FieldError | undefined }): ReactNode {
  switch (field.type) {
    case 'idNo':
      return otherDocument ? <DocumentNoBox {...widget} /> : <IdNoBox {...widget} />
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
          fixedRows={rowNames}
          most={field.rows?.most}
          totals={field.totals}
          offerFor={rowOffer}
          words={fieldWords.table}
          cellError={(row, key) => cellErrorWords(error, row, key)}
          beside={(row) => <OfferLines at={`${field.key}:${row}`} />}
        />
      )
    case 'files':
      return <FilesBox {...widget} limits={field.files} />
    case 'disabilityNo':
      return <DisabilityNoBox {...widget} />
    case 'time':
      return <TimeBox {...widget} />
    case 'address':
      return <Address {...widget} maxLength={field.maxLength} />
    case 'text':
      return <TextBox {...widget} maxLength={field.maxLength} keep={plainText} />
  }
}

/** With the places of the hall's district. */
function Address(props: Omit<ComponentProps<typeof AddressBox>, 'streets'>): ReactNode {
  const { hall } = usePublished()
  return <AddressBox {...props} streets={hall.streets ?? none} />
}

const none: readonly never[] = []

function cellErrorWords(error: unknown, row: number, key: string): string | undefined {
  const rows = error as Record<number, Record<string, FieldError> | undefined> | undefined
  const message = rows?.[row]?.[key]?.message
  return typeof message === 'string' ? fieldMessageWords(message) : undefined
}
