/** An address in free words; the hall's own streets and communities are offered under it, and none is taken unless it is pointed at. */
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Street } from '../../../shared/people/hall.ts'
import { isComposing } from '../hotkeys.ts'
import { ChoiceOptions, optionId } from './choice-options.tsx'
import { beside, type Choice } from './choice-search.ts'
import { Line } from './line.tsx'
import { offeredPlaces } from './place-offer.ts'
import { labelId, textOf, type WidgetProps } from './widget.ts'

type Props = WidgetProps & { maxLength?: number | undefined; streets: readonly Street[] }

export function AddressBox({ value, onChange, onBlur, maxLength, streets, ...rest }: Props): ReactNode {
  /** Null: nothing is offered · -1: no place is pointed at. */
  const [at, setAt] = useState<number | null>(null)
  const { id } = rest
  const text = textOf(value)
  const offers = at === null ? [] : offeredPlaces(text, streets)
  const open = at !== null && offers.length > 0
  const take = (place: Choice) => {
    setAt(null)
    onChange(place.value)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || !open) return
    const { key } = event
    const place = offers[at]
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      setAt(beside(at, key === 'ArrowDown' ? 1 : -1, offers.length))
    } else if (key === 'Escape' || (key === 'Enter' && place !== undefined)) {
      // The cursor stays: the house's number comes next.
      event.preventDefault()
      event.stopPropagation()
      flushSync(() => (key === 'Escape' || place === undefined ? setAt(null) : take(place)))
    }
  }
  const leave = () => {
    setAt(null)
    if (text.trim() !== text) onChange(text.trim())
    onBlur()
  }
  return (
    <div className={open ? 'choice-list-open' : undefined}>
      <Line
        {...rest}
        role="combobox"
        value={text}
        // Some characters are two units long: the schema counts characters, the box only keeps out a pasted book.
        maxLength={maxLength === undefined ? undefined : maxLength * 2}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? `${id}-options` : undefined}
        aria-activedescendant={open && offers[at] !== undefined ? optionId(id, at) : undefined}
        aria-labelledby={labelId(id)}
        onChange={({ target }) => {
          setAt(-1)
          onChange(target.value)
        }}
        onKeyDown={press}
        onBlur={leave}
      />
      {open && (
        <ChoiceOptions
          id={id}
          options={offers}
          shown={offers}
          numbered={false}
          at={at}
          chosen={undefined}
          onPoint={setAt}
          onTake={take}
        />
      )}
    </div>
  )
}
