/** The open list of a choice: over all else, below its box or, where there is no room, above it. */

import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { boxWords } from '../../words/boxes.ts'
import { areNumbered, type Choice } from './choice-search.ts'
import { labelId } from './widget.ts'
import './choice-list.css'

/** So many options stand in the list without being scrolled. */
const IN_SIGHT = 7

type Props = {
  id: string
  options: readonly Choice[]
  /** Those of them that fit what was typed. */
  shown: readonly Choice[]
  /** The place among these of the one that Enter would take. */
  at: number
  chosen: Choice | undefined
  /** Whether an option is taken by its number as well. */
  numbered?: boolean
  onPoint: (at: number) => void
  onTake: (choice: Choice) => void
}

/** The id of an option in the list of a box. */
export function optionId(id: string, at: number): string {
  return `${id}-option-${at}`
}

export function ChoiceOptions(props: Props): ReactNode {
  const { id, options, shown, at, chosen, numbered = areNumbered(options), onPoint, onTake } = props
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => list.current?.showPopover(), [])
  const byMouse = useRef(false)
  const count = shown.length
  useLayoutEffect(() => {
    if (!byMouse.current && count > IN_SIGHT) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
    byMouse.current = false
  }, [at, count])
  const pointed = ({ target }: MouseEvent) =>
    Number((target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset.at ?? -1)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the box, which keeps the cursor
    <div
      ref={list}
      id={`${id}-options`}
      role="listbox"
      aria-labelledby={labelId(id)}
      className="choice-options"
      popover="manual"
      // The cursor stays in the box.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={(event) => {
        const over = pointed(event)
        if (over === -1 || over === at) return
        byMouse.current = true
        onPoint(over)
      }}
      onClick={(event) => {
        const choice = shown[pointed(event)]
        if (choice !== undefined) onTake(choice)
      }}
    >
      {shown.map((choice, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the box says which option is the active one
        <div
          key={choice.value}
          id={optionId(id, index)}
          role="option"
          aria-selected={choice === chosen}
          className={index === at ? 'choice-option choice-option-active' : 'choice-option'}
          data-at={index}
        >
          {numbered && (
            <span className="choice-number" aria-hidden="true">
              {options.indexOf(choice) + 1}
            </span>
          )}
          {choice.label}
        </div>
      ))}
      {count === 0 && (
        // biome-ignore lint/a11y/useFocusableInteractive: says that there is none
        <div role="option" aria-disabled="true" aria-selected="false" className="choice-none">
          {boxWords.noneFits}
        </div>
      )}
    </div>
  )
}
