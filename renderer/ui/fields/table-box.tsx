/** A table typed row by row: one row for each option chosen in another field, or as many as needed. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Field, FormValue } from '../../../shared/item/field.ts'
import { ChoiceBox } from './choice-box.tsx'
import { DayBox } from './day-box.tsx'
import { MoneyBox } from './money-box.tsx'
import { NumberBox } from './number-box.tsx'
import { DisabilityNoBox, IdNoBox, PhoneBox } from './number-boxes.tsx'
import { type Row, rowsOf, withCell } from './table-rows.ts'
import { TextBox } from './text-box.tsx'
import { labelId, type WidgetProps } from './widget.ts'

type Column = NonNullable<Field['columns']>[number]
type Props = WidgetProps & {
  columns: readonly Column[]
  /** The first column of each row, given by another field; absent: rows are added and taken away freely. */
  fixedRows?: readonly string[] | undefined
  words: { add: string; remove: string }
  /** What is wrong with a cell. */
  cellError: (row: number, key: string) => string | undefined
}

export function TableBox({ id, value, onChange, onBlur, columns, fixedRows, words, cellError }: Props): ReactNode {
  const rows = rowsOf(value, columns, fixedRows)
  const typed = fixedRows === undefined ? columns : columns.slice(1)
  const set = (next: readonly Row[]) => onChange(next.map((row) => ({ ...row })))
  return (
    <div className="table-box">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key}>
                {column.required && <span className="required-mark">*</span>}
                {column.label}
              </th>
            ))}
            {fixedRows === undefined && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={fixedRows?.[index] ?? index}>
              {fixedRows !== undefined && <th scope="row">{fixedRows[index]}</th>}
              {typed.map((column) => {
                const error = cellError(index, column.key)
                const cell = `${id}-${index}-${column.key}`
                return (
                  <td key={column.key}>
                    <label className="heard" id={labelId(cell)} htmlFor={cell}>
                      {`${fixedRows?.[index] ?? index + 1} ${column.label}`}
                    </label>
                    <Cell
                      column={column}
                      id={cell}
                      value={row[column.key] ?? null}
                      status={error === undefined ? '' : 'error'}
                      onChange={(next) => set(withCell(rows, index, column.key, next))}
                      onBlur={onBlur}
                    />
                    {error !== undefined && <div className="field-error">{error}</div>}
                  </td>
                )
              })}
              {fixedRows === undefined && (
                <td>
                  <Button type="text" onClick={() => set(rows.filter((_, at) => at !== index))}>
                    {words.remove}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {fixedRows === undefined && <Button onClick={() => set([...rows, {}])}>{words.add}</Button>}
    </div>
  )
}

function Cell({
  column,
  ...props
}: { column: Column } & Omit<WidgetProps, 'onChange'> & { onChange: (value: FormValue) => void }): ReactNode {
  switch (column.type) {
    case 'choice':
      return <ChoiceBox {...props} options={column.options ?? []} />
    case 'idNo':
      return <IdNoBox {...props} />
    case 'phone':
      return <PhoneBox {...props} />
    case 'disabilityNo':
      return <DisabilityNoBox {...props} />
    case 'money':
      return <MoneyBox {...props} />
    case 'date':
      return <DayBox {...props} />
    case 'number':
      return <NumberBox {...props} />
    default:
      return <TextBox {...props} />
  }
}
