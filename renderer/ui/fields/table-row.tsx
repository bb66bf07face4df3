/** One row of a typed table. Drawn again only when it changed: a key in one row costs nothing in the others. */
import { Button } from 'antd'
import { memo, type ReactNode } from 'react'
import type { FormValue } from '../../../shared/item/field.ts'
import { TableCell } from './table-cell.tsx'
import type { TableProps } from './table-props.ts'
import type { Column, Row, RowOffer } from './table-rows.ts'
import { labelId, sentenceId } from './widget.ts'

type Props = {
  id: string
  index: number
  row: Row
  columns: readonly Column[]
  /** The name of the row, given by another field. */
  given: string | undefined
  cards: boolean
  errors: Readonly<Record<string, string | undefined>>
  offer: RowOffer | undefined
  beside: ReactNode
  words: TableProps['words']
  onCell: (row: number, column: Column, cell: FormValue) => void
  onLeave: (row: number, key: string) => void
  onRemove: (row: number) => void
  onOffer: (row: number) => void
}

export const TableRow = memo(Drawn, (before, now) => serial(before) === serial(now) && before.columns === now.columns)

function serial({ id, index, row, given, errors, offer }: Props): string {
  return JSON.stringify([id, index, row, given, errors, offer])
}

function Drawn(props: Props): ReactNode {
  const { index, columns, given, cards, offer, beside, words, onRemove, onOffer } = props
  const typed = given === undefined ? columns : columns.slice(1)
  const cells = typed.map((column) => (
    <OneCell
      key={column.key}
      id={props.id}
      index={index}
      given={given}
      cards={cards}
      column={column}
      value={props.row[column.key] ?? null}
      error={props.errors[column.key]}
      onCell={props.onCell}
      onLeave={props.onLeave}
    />
  ))
  const remove = <RemoveButton index={index} name={words.remove} onRemove={onRemove} />
  const offered = offer !== undefined && (
    <Button type="link" className="table-offer" tabIndex={-1} onClick={() => onOffer(index)}>
      {words.offer(offer.label)}
    </Button>
  )
  if (cards)
    return (
      <tr data-row={index} className="table-card">
        <th scope="row">
          {given ?? words.row(index + 1)}
          {given === undefined && remove}
        </th>
        <td className="table-card-cells">
          {cells}
          {offered}
          {beside}
        </td>
      </tr>
    )
  return (
    <tr data-row={index}>
      {given !== undefined && <th scope="row">{given}</th>}
      {cells.map((cell, at) => (
        <td key={typed[at]!.key}>
          {cell}
          {at === 0 && offered}
          {at === 0 && beside}
        </td>
      ))}
      {given === undefined && <td className="table-remove">{remove}</td>}
    </tr>
  )
}

type RemoveProps = { index: number; name: string; onRemove: (row: number) => void }

const RemoveButton = memo(function RemoveButton({ index, name, onRemove }: RemoveProps): ReactNode {
  return (
    <Button type="text" tabIndex={-1} onClick={() => onRemove(index)} aria-label={`${name} ${index + 1}`}>
      {name}
    </Button>
  )
})

type CellProps = Pick<Props, 'id' | 'index' | 'given' | 'cards' | 'onCell' | 'onLeave'> & {
  column: Column
  value: FormValue
  error: string | undefined
}

const OneCell = memo(function OneCell(props: CellProps): ReactNode {
  const { id, index, given, cards, column, value, error, onCell, onLeave } = props
  const cell = `${id}-${index}-${column.key}`
  return (
    <div data-cell={column.key} className="table-cell">
      <div className={cards ? 'table-cell-label' : 'heard'}>
        {cards && column.required && (
          <span className="required-mark" aria-hidden="true">
            *
          </span>
        )}
        <label id={labelId(cell)} htmlFor={cell}>
          <span className="heard">{given ?? index + 1} </span>
          {column.label}
        </label>
      </div>
      <TableCell
        column={column}
        id={cell}
        value={value}
        status={error === undefined ? '' : 'error'}
        describedBy={sentenceId(cell)}
        required={column.required}
        onChange={(next) => onCell(index, column, next)}
        onBlur={() => onLeave(index, column.key)}
      />
      <div id={sentenceId(cell)}>{error !== undefined && <div className="field-error">{error}</div>}</div>
    </div>
  )
})
