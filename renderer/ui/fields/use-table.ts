/** The keys of a typed table: Enter in the last cell adds a row and stands in it, Enter in an empty last row goes on, Ctrl+Delete
 *  takes a row away and Ctrl+Z brings it back, = takes what is offered, the arrows walk up and down. */
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { isFilled } from '../../../shared/item/facts.ts'
import type { FormValue } from '../../../shared/item/field.ts'
import { isComposing } from '../hotkeys.ts'
import { goOn, stopsOf } from './enter-moves.ts'
import { isTypedWhole } from './table-cell.tsx'
import { focusCell, type Goal, isEmptyBox, isLastStop, isLine, type Place, placeOf } from './table-places.ts'
import type { TableProps } from './table-props.ts'
import { type Column, isEmptyRow, type Row, withCell, withOffer, withRow } from './table-rows.ts'

type Gone = { row: Row; at: number; name: string }
/** The row that is being filled for the first time: what of it was not left yet is not judged. */
type Working = { row: number; left: ReadonlySet<string>; whole: ReadonlySet<string> }

const SAME = ['=', '＝', '同上']

export function useTable(props: TableProps & { rows: readonly Row[]; box: RefObject<HTMLDivElement | null> }) {
  const now = useRef(props)
  now.current = props
  const [gone, setGone] = useState<Gone | null>(null)
  const [working, setWorking] = useState<Working | null>(null)
  const next = useRef<Goal | null>(null)

  const isSaid = (row: number, key: string) => working?.row !== row || working.left.has(key) || working.whole.has(key)
  const saidNow = useRef(isSaid)
  saidNow.current = isSaid

  // The cell to stand in is drawn before the cursor goes there.
  useLayoutEffect(() => {
    if (next.current !== null && focusCell(props.box.current, next.current)) next.current = null
  })

  const set = useCallback((rows: readonly Row[]) => now.current.onChange(rows.map((row) => ({ ...row }))), [])
  /** Rows that came, went or were filled at once are judged at once; a cell when it is left. */
  const change = useCallback(
    (rows: readonly Row[]) => {
      set(rows)
      now.current.onBlur()
    },
    [set],
  )

  const take = useCallback(
    (index: number) => {
      const { rows, columns, offerFor } = now.current
      const row = rows[index] ?? {}
      const offer = offerFor?.(row)
      if (offer === undefined) return
      const filled = withOffer(row, offer)
      change(rows.map((each, at) => (at === index ? filled : each)))
      const open = columns.find(({ key }) => !isFilled(filled[key]))
      next.current = { row: index, column: (open ?? columns.at(-1))?.key ?? null }
    },
    [change],
  )

  const setCell = useCallback(
    (index: number, column: Column, cell: FormValue) => {
      const { rows, offerFor, onBlur } = now.current
      setGone(null)
      // An input method's = arrives as text.
      if (typeof cell === 'string' && SAME.includes(cell.trim()) && offerFor?.(rows[index] ?? {}) !== undefined)
        return take(index)
      set(withCell(rows, index, column.key, cell))
      // What is said to be wrong is judged again with every key that mends it.
      if (saidNow.current(index, column.key) && now.current.cellError(index, column.key) !== undefined) onBlur()
      if (!isTypedWhole(column, cell)) return
      setWorking((was) => (was?.row === index ? { ...was, whole: new Set([...was.whole, column.key]) } : was))
      onBlur()
    },
    [set, take],
  )

  const leaveCell = useCallback((index: number, key: string) => {
    setWorking((was) => (was?.row === index ? { ...was, left: new Set([...was.left, key]) } : was))
    now.current.onBlur()
  }, [])

  const mayAdd = props.rows.length < (props.most ?? 200)
  const add = useCallback(() => {
    const { rows } = now.current
    setGone(null)
    change([...rows, {}])
    next.current = { row: rows.length, column: null }
  }, [change])

  const remove = useCallback(
    (index: number, column: string | null = null) => {
      const { rows, columns, words } = now.current
      const row = rows[index]
      if (row === undefined) return
      const named = columns.find(({ key, type }) => type === 'text' && typeof row[key] === 'string' && row[key] !== '')
      const name = named === undefined ? words.row(index + 1) : String(row[named.key])
      setGone(isEmptyRow(row) ? null : { row, at: index, name })
      setWorking(null)
      change(rows.filter((_, at) => at !== index))
      next.current = { row: Math.max(0, Math.min(index, rows.length - 2)), column }
    },
    [change],
  )

  const undo = useCallback(() => {
    if (gone === null) return
    setGone(null)
    change(withRow(now.current.rows, gone.at, gone.row))
    next.current = { row: gone.at, column: null }
  }, [change, gone])

  /** Enter at the end of a row: one more, or, where nothing was begun, on to the next field. True when it was used. */
  const enterKey = (at: Place, target: HTMLElement): boolean => {
    const { rows, columns, fixedRows, box } = now.current
    const table = box.current
    const last = rows.length - 1
    if (fixedRows !== undefined || at.row !== last || table === null) return false
    const stops = stopsOf(table)
    if (isEmptyRow(rows[last]!)) {
      if (last === 0 || at.column !== columns[0]?.key) return false
      goOn(stops.at(-1)!)
      change(rows.slice(0, last))
      return true
    }
    if (!mayAdd || !isLastStop(table, target)) return false
    add()
    return true
  }

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const at = placeOf(target)
    if (at === null || isComposing(event.nativeEvent)) return
    const used = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    const { fixedRows, offerFor, rows, box } = now.current
    if (event.ctrlKey && event.key === 'Delete' && fixedRows === undefined) {
      used()
      remove(at.row, at.column)
    } else if (event.ctrlKey && event.key === 'z' && gone !== null) {
      used()
      undo()
    } else if (event.ctrlKey || event.altKey || event.metaKey) return
    else if (event.key === '=' && isEmptyBox(target) && offerFor?.(rows[at.row] ?? {}) !== undefined) {
      used()
      take(at.row)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isLine(target)) {
      const row = at.row + (event.key === 'ArrowDown' ? 1 : -1)
      if (rows[row] === undefined) return
      used()
      focusCell(box.current, { row, column: at.column })
    } else if (event.key === 'Enter' && !event.shiftKey && enterKey(at, target)) used()
  }

  const enter = (event: FocusEvent<HTMLElement>) => {
    const at = placeOf(event.target)
    if (at === null || working?.row === at.row) return
    const { rows } = now.current
    // A row that was judged before stays judged.
    const judged = props.columns.some(({ key }) => props.cellError(at.row, key) !== undefined)
    const fresh = isEmptyRow(rows[at.row] ?? {}) && !judged
    setWorking(fresh ? { row: at.row, left: new Set(), whole: new Set() } : null)
  }
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setWorking(null)
  }

  return { press, enter, leave, isSaid, setCell, leaveCell, add, mayAdd, remove, undo, take, gone }
}
