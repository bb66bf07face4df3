/** One of many: a list found by typing, by pinyin too. */
import { Select } from 'antd'
import { match } from 'pinyin-pro'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isComposing } from '../hotkeys.ts'
import { farFrom } from './far-from.ts'
import type { RadioOption } from './radio-row.tsx'
import { labelId, textOf, type WidgetProps } from './widget.ts'

type Choice = RadioOption<string>
type Props = WidgetProps & { options: readonly Choice[] }

export function ChoiceList({
  id,
  value,
  onChange,
  onBlur,
  status,
  describedBy,
  options,
  placeholder,
}: Props): ReactNode {
  const [open, setOpen] = useState(false)
  const search = useRef('')
  /** What the arrows went to; none since the last letter, when the list begins at its first again. */
  const active = useRef<string | null>(null)
  /** Enter chooses and goes on, and opens nothing: the list would come back over the form once the cursor has left it. */
  const byEnter = useRef(false)
  /** Chosen, closed and gone on from within the one Enter: a key that follows at once is meant for the next box. */
  const choose = (event: KeyboardEvent) => {
    const typed = search.current
    const found = options.filter(({ label }) => matches(label, typed)).toSorted(nearest(typed))
    const chosen = found.find(({ value }) => value === active.current) ?? found[0]
    event.preventDefault()
    event.stopPropagation()
    flushSync(() => {
      if (chosen !== undefined) onChange(chosen.value)
      setOpen(false)
    })
    const { key, keyCode, shiftKey } = event
    const again = { key, keyCode, shiftKey, bubbles: true, cancelable: true }
    event.target.dispatchEvent(new window.KeyboardEvent('keydown', again))
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    byEnter.current = event.key === 'Enter'
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setOpen(true)
    if (event.key === 'Enter') {
      // A closed list has nothing to choose: Enter goes on to the next field instead of opening it.
      if (open) choose(event)
      else event.preventDefault()
    }
    if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <Select
      id={id}
      className="choice-list"
      value={textOf(value) === '' ? null : textOf(value)}
      status={status}
      open={open}
      onOpenChange={(next) => setOpen(next && !byEnter.current)}
      onFocus={() => {
        byEnter.current = false
      }}
      onMouseDown={() => {
        byEnter.current = false
      }}
      onActive={(value) => {
        active.current = value === null ? null : String(value)
      }}
      options={options.map(({ value, label }) => ({ value, label }))}
      showSearch={{
        filterOption: (typed, option) => matches(option?.label ?? '', typed),
        filterSort: (one, other, { searchValue }) => nearest(searchValue)(one, other),
        onSearch: (typed) => {
          search.current = typed
          active.current = null
          setOpen(typed !== '')
        },
      }}
      placeholder={placeholder ?? '打字、拼音首字母或 ↓ 选择'}
      aria-labelledby={labelId(id)}
      aria-describedby={describedBy}
      onChange={(chosen) => {
        onChange(chosen)
        setOpen(false)
      }}
      onInputKeyDown={press}
      onBlur={() => {
        setOpen(false)
        onBlur()
      }}
    />
  )
}

function nearest(typed: string): (one: Choice, other: Choice) => number {
  return (one, other) => (typed === '' ? 0 : farFrom(typed, one.label) - farFrom(typed, other.label))
}

function matches(label: string, typed: string): boolean {
  const text = typed.trim().toLowerCase()
  return text === '' || label.includes(text) || match(label, text, { precision: 'start', continuous: true }) !== null
}
