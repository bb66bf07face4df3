/** The case in the other system's order: Enter copies the next field, what that system shows is held beside it, and its number is
 *  written down. */
import { Button, Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { comparePasted } from '../../../shared/item/compare-pasted.ts'
import type { SecondSystem } from '../../../shared/item/item.ts'
import { asTabs, carriedFields } from '../../../shared/item/second-system.ts'
import { machine } from '../../machine.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/feedback.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { carryWords } from '../../words/carry.ts'
import type { Around } from '../around.ts'
import { CarryTable } from './carry-table.tsx'
import { LinkNumber } from './link-number.tsx'

type Props = { around: Around; system: SecondSystem; onClose: () => void }

/** Nothing is left to copy at the length of the list. */
function filledFrom(fields: readonly { text: string }[], from: number): number {
  const found = fields.findIndex(({ text }, index) => index >= from && text !== '')
  return found < 0 ? fields.length : found
}

export function CarryDialog({ around, system, onClose }: Props): ReactNode {
  const { kase } = around
  const fields = useMemo(() => carriedFields(system, kase.form), [system, kase.form])
  const [at, setAt] = useState(() => filledFrom(fields, 0))
  const [copied, setCopied] = useState<ReadonlySet<number>>(new Set())
  const [pasted, setPasted] = useState('')
  const compared = useMemo(() => (pasted.trim() === '' ? null : comparePasted(fields, pasted)), [fields, pasted])
  const next = useRef<HTMLButtonElement>(null)

  // The dialog keeps the cursor where it finds it, and looks before its first picture is drawn.
  useEffect(() => next.current?.focus(), [])
  // However it is closed, nothing of it stays on the clipboard.
  useEffect(() => () => void machine['carry.end'](null).catch(showProblem), [])

  const put = (text: string, then: () => void) => {
    machine['carry.put']({ case: kase.id, text }).then(then, (error: unknown) => {
      // Behind a lock nothing is carried any more: it is opened anew, with its own line in the ledger.
      onClose()
      showProblem(error)
    })
  }
  const copy = (index: number) => {
    const field = fields[index]
    if (field === undefined || field.text === '') return
    put(field.text, () => {
      setCopied((was) => new Set([...was, index]))
      setAt(filledFrom(fields, index + 1))
    })
  }
  const copyAll = () => put(asTabs(fields), () => say(carryWords.allDone, 'success'))
  useHotkey('F7', copyAll)
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    setAt((was) => Math.min(fields.length, Math.max(0, was + by)))
  }
  const field = fields[at]
  return (
    <Dialog
      title={carryWords.part(system.name)}
      width={980}
      footer={null}
      onClose={onClose}
      onShown={() => next.current?.focus()}
    >
      <p className="carry-how">{carryWords.how}</p>
      <CarryTable fields={fields} at={at} copied={copied} compared={compared} onCopy={copy} />
      <div className="carry-keys">
        {field === undefined ? (
          <Button ref={next} type="primary" onClick={() => setAt(filledFrom(fields, 0))} onKeyDown={move}>
            {carryWords.again}
          </Button>
        ) : (
          <Button ref={next} autoFocus type="primary" onClick={() => copy(at)} onKeyDown={move}>
            {carryWords.next(field.label)} <kbd>Enter</kbd>
          </Button>
        )}
        <Button onClick={copyAll}>
          {carryWords.all} <kbd>F7</kbd>
        </Button>
      </div>
      <div className="carry-back">
        <Input.TextArea
          rows={2}
          value={pasted}
          placeholder={carryWords.paste}
          aria-label={carryWords.paste}
          onChange={(event) => setPasted(event.target.value)}
        />
        <LinkNumber around={around} system={system} />
      </div>
    </Dialog>
  )
}
