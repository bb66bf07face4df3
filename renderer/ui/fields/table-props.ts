/** What a typed table takes. */
import type { ReactNode } from 'react'
import type { Column, Row, RowOffer } from './table-rows.ts'
import type { WidgetProps } from './widget.ts'

export type TableProps = WidgetProps & {
  columns: readonly Column[]
  /** The first column of each row, given by another field; absent: rows are added and taken away freely. */
  fixedRows?: readonly string[] | undefined
  /** More rows cannot be added. */
  most?: number | undefined
  /** Columns whose sums stand below. */
  totals?: readonly string[] | undefined
  words: {
    add: string
    remove: string
    keys: string
    total: string
    noTotal: string
    undo: string
    removed: (name: string) => string
    row: (number: number) => string
    offer: (label: string) => string
  }
  /** What is wrong with a cell. */
  cellError: (row: number, key: string) => string | undefined
  /** What else stands in a row; draws itself again. */
  beside?: ((row: number) => ReactNode) | undefined
  /** What one key puts into a row. */
  offerFor?: ((row: Row) => RowOffer | undefined) | undefined
}
