/** One of many: a box to type in, and under it the list of what fits (the combobox of WAI-ARIA). */

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { boxWords } from '../../words/boxes.ts'
import { isComposing } from '../hotkeys.ts'
import { ChoiceOptions, optionId } from './choice-options.tsx'
import { beside, type Choice, fitting, leftStanding } from './choice-search.ts'
import { Line } from './line.tsx'
import { labelId, textOf, type WidgetProps } from './widget.ts'

type Props = WidgetProps & { options: readonly Choice[] }

/** What is under way in the box: the text in it (null: nothing typed yet), and which option of the open list would be taken
 *  (-1: none). */
type UnderWay = { open: boolean; typed: string | null; at: number }

const atRest: UnderWay = { open: false, typed: null, at: -1 }

export function ChoiceList(props: Props): ReactNode {
  const { id, value, onChange, onBlur, status, describedBy, required, options, placeholder } = props
  const [{ open, typed, at }, setUnderWay] = useState(atRest)
  const box = useRef<HTMLInputElement>(null)
  const chosen = options.findIndex((option) => option.value === textOf(value))
  const fit = open ? fitting(options, typed ?? '') : []

  const unfold = (at: number) => setUnderWay({ open: true, typed, at })
  const keep = (kept: string | null | undefined) => {
    setUnderWay(atRest)
    if (kept !== undefined && kept !== value) onChange(kept)
  }
  /** The cursor stays here, and what is typed next takes the place of what stands here. */
  const stay = (settle: () => void) => {
    flushSync(settle)
    box.current?.select()
  }
  /** What is left standing when the box is left. */
  const standing = () => (typed === null ? undefined : leftStanding(options, typed))

  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      const by = key === 'ArrowDown' ? 1 : -1
      unfold(open ? beside(at, by, fit.length) : chosen === -1 ? beside(-1, by, options.length) : chosen)
    } else if (key === 'Escape' && (open || typed !== null)) {
      event.stopPropagation()
      stay(() => setUnderWay(atRest))
    } else if (key === 'Enter' || key === 'Tab') {
      if (key === 'Enter') event.preventDefault()
      if (key === 'Enter' && open && fit.length === 0) {
        // Nobody is led on past a text that chooses nothing.
        event.stopPropagation()
        box.current?.select()
      }
      // What this lets appear stands there before the same key goes on to it.
      else if (open) flushSync(() => keep(fit[at]?.value ?? standing()))
    }
  }
  return (
    <div className={open ? 'choice-list line-with-end choice-list-open' : 'choice-list line-with-end'}>
      <Line
        ref={box}
        id={id}
        role="combobox"
        status={status}
        describedBy={describedBy}
        required={required}
        value={typed ?? options[chosen]?.label ?? textOf(value)}
        placeholder={placeholder ?? boxWords.typeOrChoose}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? `${id}-options` : undefined}
        aria-activedescendant={fit[at] === undefined ? undefined : optionId(id, at)}
        aria-labelledby={labelId(id)}
        onChange={({ target }) =>
          setUnderWay({ open: true, typed: target.value, at: target.value.trim() === '' ? -1 : 0 })
        }
        onKeyDown={press}
        onMouseDown={() => (open && typed === null ? setUnderWay(atRest) : unfold(open ? at : chosen))}
        onFocus={({ target }) => target.select()}
        // The mouse has put the cursor between two characters; what is typed next takes the place of all.
        onClick={({ currentTarget }) => typed === null && currentTarget.select()}
        onBlur={() => {
          keep(standing())
          onBlur()
        }}
      />
      {arrow}
      {open && (
        <ChoiceOptions
          id={id}
          options={options}
          shown={fit}
          at={at}
          chosen={options[chosen]}
          onPoint={unfold}
          onTake={({ value }) => stay(() => keep(value))}
        />
      )}
    </div>
  )
}

const arrow = (
  <svg className="choice-arrow" viewBox="64 64 896 896" aria-hidden="true">
    <path d="M884 256h-75c-5.1 0-9.9 2.5-12.9 6.6L512 654.2 227.9 262.6c-3-4.1-7.8-6.6-12.9-6.6h-75c-6.5 0-10.3 7.4-6.5 12.7l352.6 486.1c12.8 17.6 39 17.6 51.7 0l352.6-486.1c3.9-5.3.1-12.7-6.4-12.7z" />
  </svg>
)
