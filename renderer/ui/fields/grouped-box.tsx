/** A long number shown in groups while it is typed; what is kept has no blanks. */
import { type ChangeEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { cursorAfter, group } from './grouping.ts'
import { Line } from './line.tsx'
import { textOf, type WidgetProps } from './widget.ts'

type Props = WidgetProps & {
  groups: readonly number[]
  /** The typed text in plain characters; keeps what is wrong, so that it can be seen and mended. */
  keep: (text: string) => string
}

export function GroupedBox({ value, onChange, groups, keep, ...rest }: Props): ReactNode {
  const box = useRef<HTMLInputElement>(null)
  const cursor = useRef<number | null>(null)
  // While an input method composes, its own text stands in the box untouched.
  const [composed, setComposed] = useState<string | null>(null)
  const shown = composed ?? group(textOf(value), groups)

  useLayoutEffect(() => {
    const input = box.current
    if (cursor.current === null || input === null || document.activeElement !== input) return
    const at = cursorAfter(shown, cursor.current)
    // Setting it where it stands would have the page laid out for nothing.
    if (input.selectionStart !== at || input.selectionEnd !== at) input.setSelectionRange(at, at)
    cursor.current = null
  })

  const take = (input: HTMLInputElement) => {
    const before = input.value.slice(0, input.selectionStart ?? input.value.length)
    cursor.current = keep(before).length
    onChange(keep(input.value))
  }
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    if ((event.nativeEvent as InputEvent).isComposing) setComposed(event.target.value)
    else take(event.target)
  }
  return (
    <Line
      {...rest}
      ref={box}
      grouped
      value={shown}
      onChange={change}
      onCompositionEnd={(event) => {
        setComposed(null)
        take(event.currentTarget)
      }}
    />
  )
}
