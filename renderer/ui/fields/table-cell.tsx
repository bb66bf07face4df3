/** One cell of a typed table: the box of its column's type, narrow. */

import type { ReactNode } from 'react'
import { boxWords } from '../../words/boxes.ts'
import { ChoiceBox } from './choice-box.tsx'
import { DayBox } from './day-box.tsx'
import { MoneyBox } from './money-box.tsx'
import { NumberBox } from './number-box.tsx'
import { DisabilityNoBox, IdNoBox, PhoneBox } from './number-boxes.tsx'
import { plainText } from './plain-text.ts'
import type { Column } from './table-rows.ts'
import { TextBox } from './text-box.tsx'
import type { WidgetProps } from './widget.ts'

/** Characters of a row of buttons that fit into a cell: 男 女, 是 否. */
const CELL_LINE = 6

export function TableCell({ column, ...props }: WidgetProps & { column: Column }): ReactNode {
  switch (column.type) {
    case 'choice':
      return (
        <ChoiceBox
          {...props}
          options={column.options ?? []}
          line={CELL_LINE}
          placeholder={boxWords.typeOrChooseShort}
        />
      )
    case 'idNo':
      return <IdNoBox {...props} />
    case 'phone':
      return <PhoneBox {...props} />
    case 'disabilityNo':
      return <DisabilityNoBox {...props} />
    case 'money':
      return <MoneyBox {...props} plain />
    case 'date':
      return <DayBox {...props} />
    case 'number':
      return <NumberBox {...props} />
    case 'text':
      return <TextBox {...props} maxLength={column.maxLength} keep={plainText} />
  }
}

/** Whether a number is typed whole, so that a wrong digit is said at once and not when the cell is left. */
export function isTypedWhole(column: Column, cell: unknown): boolean {
  if (typeof cell !== 'string') return false
  if (column.type === 'idNo') return cell.length >= 18
  if (column.type === 'disabilityNo') return cell.length >= 20
  return column.type === 'phone' && /^1\d{10}/.test(cell)
}
