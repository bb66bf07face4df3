/** Money typed in yuan and kept in fen; the capitals of vouchers beside it catch a slipped zero. */

import { type ReactNode, useState } from 'react'
import { formatYuan, type Money, parseYuan } from '../../../shared/identity/money.ts'
import { yuanInWords } from '../../../shared/identity/yuan-in-words.ts'
import { boxWords } from '../../words/boxes.ts'
import { Line } from './line.tsx'
import type { WidgetProps } from './widget.ts'

/** `plain`: without the capitals, in a row of boxes. */
type Props = WidgetProps & { plain?: boolean }

export function MoneyBox({ value, onChange, onBlur, plain = false, ...rest }: Props): ReactNode {
  // A number is fen; text is what is typed and cannot be read as money yet.
  const [typing, setTyping] = useState<string | null>(null)
  const kept = typeof value === 'number' ? formatYuan(value as Money) : typeof value === 'string' ? value : ''
  const type = (text: string) => {
    setTyping(text)
    const read = parseYuan(text)
    onChange(read.ok ? read.fen : text)
  }
  return (
    <>
      <div className="line-with-end">
        <Line
          {...rest}
          grouped
          value={typing ?? kept}
          inputMode="decimal"
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            setTyping(null)
            onBlur()
          }}
        />
        <span className="line-end">{boxWords.yuan}</span>
      </div>
      {!plain && typeof value === 'number' && <div className="field-words">{yuanInWords(value as Money)}</div>}
    </>
  )
}
