/** On the page of a case whose item has a second system: the key that carries it there, and the number that came back. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { linkedNumber } from '../../../shared/item/second-system.ts'
import { machine } from '../../machine.ts'
import { say } from '../../ui/feedback.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { carryWords } from '../../words/carry.ts'
import type { Around } from '../around.ts'
import { CarryDialog } from './carry-dialog.tsx'
import './carry.css'

export function CarryPart({ around }: { around: Around }): ReactNode {
  const { item, kase } = around
  const system = item.secondSystem
  const [open, setOpen] = useState(false)
  // Who opened what, and for which system, stands in the ledger before anything is shown.
  const begin = () => {
    if (system === undefined) return
    machine['carry.begin']({ case: kase.id, reason: carryWords.reason(system.name) }).then(
      (answer) => (answer.ok ? setOpen(true) : say(carryWords.failed, 'error')),
      showProblem,
    )
  }
  useHotkey('F5', system === undefined || open ? undefined : begin)
  if (system === undefined) return null
  const number = linkedNumber(item, kase.links)
  return (
    <section className="case-part carry-part" aria-label={carryWords.title}>
      <span>
        {carryWords.part(system.name)}
        <span className="carry-number">{number === null ? carryWords.notGiven : `${carryWords.given} ${number}`}</span>
      </span>
      <Button onClick={begin}>
        {carryWords.open} <kbd>F5</kbd>
      </Button>
      {open && <CarryDialog around={around} system={system} onClose={() => setOpen(false)} />}
    </section>
  )
}
