/** A day, typed: 19461124 or 1946-11-24; the machine writes it out when the field is left. */

import type { ReactNode } from 'react'
import { boxWords } from '../../words/boxes.ts'
import { TextBox } from './text-box.tsx'
import { readDay } from './typed-day.ts'
import type { WidgetProps } from './widget.ts'

export function DayBox(props: WidgetProps): ReactNode {
  return (
    <TextBox
      {...props}
      keep={(text) => readDay(text) ?? text.trim()}
      placeholder={props.placeholder ?? boxWords.dayLike}
    />
  )
}
