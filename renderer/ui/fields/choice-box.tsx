/** One of several: buttons when all fit on a line, else a list found by typing, by pinyin too. */
import { Select } from 'antd'
import { match } from 'pinyin-pro'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isComposing } from '../hotkeys.ts'
import { farFrom } from './far-from.ts'
import { RadioRow } from './radio-row.tsx'
import { labelId, textOf, type WidgetProps } from './widget.ts'

type Props = WidgetProps & {
  options: readonly string[]
  /** Characters that a line holds, with two for each button. */
  line?: number | undefined
}

const BUTTONS_AT_MOST = 5
/** What a line of half the form holds. */
const LINE = 19

export function ChoiceBox(props: Props): ReactNode {
  const width = props.options.reduce((sum, option) => sum + [...option].length + 2, 0)
  return props.options.length <= BUTTONS_AT_MOST && width <= (props.line ?? LINE) ? (
    <ChoiceButtons {...props} />
  ) : (
    <ChoiceList {...props} />
  )
}

function ChoiceButtons({ id, value, onChange, onBlur, describedBy, status, options }: Props): ReactNode {
  return (
    <RadioRow
      id={id}
      value={textOf(value) === '' ? null : textOf(value)}
      options={options.map((option) => ({ value: option, label: option }))}
      onChange={onChange}
      onBlur={onBlur}
      wrong={status === 'error'}
      labelledBy={labelId(id)}
      describedBy={describedBy}
    />
  )
}

function ChoiceList({ value, onChange, onBlur, status, describedBy, options, id, placeholder }: Props): ReactNode {
  const [open, setOpen] = useState(false)
  const search = useRef('')
  const active = useRef<string | null>(null)
  /** Chosen, closed and gone on from within the one Enter: a key that follows at once is meant for the next box. */
  const choose = (event: KeyboardEvent) => {
    const found = optionsFor(options, search.current)
    const chosen = found.find((option) => option === active.current) ?? found[0]
    event.preventDefault()
    event.stopPropagation()
    flushSync(() => {
      if (chosen !== undefined) onChange(chosen)
      setOpen(false)
    })
    const { key, shiftKey } = event
    event.target.dispatchEvent(new window.KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }))
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setOpen(true)
    // A closed list has nothing to choose: Enter goes on to the next field instead of opening it.
    if (event.key === 'Enter' && !open) event.preventDefault()
    if (event.key === 'Enter' && open) choose(event)
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
      onOpenChange={setOpen}
      onActive={(value) => {
        active.current = value === null ? null : String(value)
      }}
      options={options.map((option) => ({ value: option, label: option }))}
      showSearch={{
        filterOption: (typed, option) => matches(String(option?.value ?? ''), typed),
        filterSort: (one, other, { searchValue }) =>
          farFrom(searchValue, one.value) - farFrom(searchValue, other.value),
        onSearch: (typed) => {
          search.current = typed
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

/** What the list shows of the options, in its order. */
function optionsFor(options: readonly string[], typed: string): string[] {
  const found = options.filter((option) => matches(option, typed))
  return typed === '' ? found : found.toSorted((one, other) => farFrom(typed, one) - farFrom(typed, other))
}

function matches(option: string, typed: string): boolean {
  const text = typed.trim().toLowerCase()
  return text === '' || option.includes(text) || match(option, text, { precision: 'start', continuous: true }) !== null
}
