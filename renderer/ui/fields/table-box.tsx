/** A table typed row by row: one row for each option chosen in another field, or as many as needed. A wide one is cards, so that no
 *  page has to be pushed sideways. */
import { Button } from 'antd'
import { memo, type ReactNode, useRef } from 'react'
import type { TableProps } from './table-props.ts'
import { TableRow } from './table-row.tsx'
import { type Column, rowsOf, totalsOf } from './table-rows.ts'
import { useTable } from './use-table.ts'

/** More columns than this do not fit on a line of the form. */
const COLUMNS_ON_A_LINE = 4

/** Are the rows of this table cards, with the table's name above them? */
function isCards(columns: readonly Column[]): boolean {
  return columns.length > COLUMNS_ON_A_LINE
}

/** Do its rows need the whole line, under the table's name? A number of a person is longer than a quarter of half a form. */
export function isWide(columns: readonly Column[]): boolean {
  return columns.length >= COLUMNS_ON_A_LINE
}

export function TableBox(props: TableProps): ReactNode {
  const { id, value, columns, fixedRows, words, totals = [], cellError, offerFor, beside } = props
  const rows = rowsOf(value, columns, fixedRows)
  const box = useRef<HTMLDivElement>(null)
  const table = useTable({ ...props, rows, box })
  const cards = isCards(columns)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the boxes inside
    <div
      className={cards ? 'table-box table-cards' : 'table-box'}
      ref={box}
      onKeyDown={table.press}
      onFocus={table.enter}
      onBlur={table.leave}
    >
      <table>
        {!cards && (
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
        )}
        <tbody>
          {rows.map((row, index) => (
            <TableRow
              key={fixedRows?.[index] ?? index}
              id={id}
              index={index}
              row={row}
              columns={columns}
              given={fixedRows?.[index]}
              cards={cards}
              errors={Object.fromEntries(
                columns.map(({ key }) => [key, table.isSaid(index, key) ? cellError(index, key) : undefined]),
              )}
              offer={offerFor?.(row)}
              beside={beside?.(index)}
              words={words}
              onCell={table.setCell}
              onLeave={table.leaveCell}
              onRemove={table.remove}
              onOffer={table.take}
            />
          ))}
        </tbody>
      </table>
      {totals.length > 0 && (
        <p className="table-totals">
          {totalsOf(rows, columns, totals).map(({ key, label, sum }) => (
            <span key={key}>
              {words.total} {label} <b>{sum ?? words.noTotal}</b>
            </span>
          ))}
        </p>
      )}
      {fixedRows === undefined && (
        <div className="table-foot">
          <AddButton name={words.add} onAdd={table.add} disabled={!table.mayAdd} />
          {table.gone === null ? (
            <span className="field-help">{words.keys}</span>
          ) : (
            <span className="table-gone" role="status">
              {words.removed(table.gone.name)}
              <Button type="link" onClick={table.undo}>
                {words.undo} <kbd>Ctrl+Z</kbd>
              </Button>
            </span>
          )}
        </div>
      )}
    </div>
  )
}

type AddProps = { name: string; onAdd: () => void; disabled: boolean }

/** Drawn once, not for every key in the table. */
const AddButton = memo(function AddButton({ name, onAdd, disabled }: AddProps): ReactNode {
  return (
    <Button onClick={onAdd} disabled={disabled} data-table-add>
      {name}
    </Button>
  )
})
