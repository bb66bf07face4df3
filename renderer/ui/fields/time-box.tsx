/** A time of day, typed: 930 or 9:30; written out when the field is left. */

import type { ReactNode } from 'react'
import { readTimeOfDay } from '../../../shared/calendar/time-of-day.ts'
import { boxWords } from '../../words/boxes.ts'
import { TextBox } from './text-box.tsx'
import type { WidgetProps } from './widget.ts'

export function TimeBox(props: WidgetProps): ReactNode {
  return (
    <TextBox
      {...props}
      keep={(text) => readTimeOfDay(text) ?? text.trim()}
      placeholder={props.placeholder ?? boxWords.timeLike}
    />
  )
}
