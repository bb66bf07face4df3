/** One key puts in what the person's last case says and this form still lacks; that it was opened is written down first. */
import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import { visibleFields } from '../../shared/item/form-schema.ts'
import { machine } from '../machine.ts'
import { usePublished } from '../session/session.tsx'
import { type CaseSummary, formOf } from '../store/find.ts'
import { say } from '../ui/feedback.tsx'
import { useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { takeOverWords } from '../words/intake.ts'
import { takenOver } from './take-over.ts'
import type { IntakeInHand } from './use-intake.ts'

export function TakeOverButton({ intake, last }: { intake: IntakeInHand; last: CaseSummary }): ReactNode {
  const { itemOf } = usePublished()
  const underWay = useRef(false)
  const latest = useRef(intake)
  latest.current = intake

  const take = async () => {
    const earlier = await formOf(last.id)
    const from = earlier === null ? undefined : itemOf(earlier.item, earlier.editions.catalogue)
    const { item, values, today, typing } = latest.current
    if (earlier === null || from === undefined) return say(takeOverWords.nothing, 'info')
    const offered = takenOver(from, earlier.form, item, values)
    if (Object.keys(offered).length === 0) return say(takeOverWords.nothing, 'info')
    const note = { type: 'opened', case: last.id, what: 'takenOver', reason: takeOverWords.reason } as const
    if (!(await machine['note.record'](note)).ok) return say(takeOverWords.failed, 'error')
    for (const [key, value] of Object.entries(offered))
      typing.setValue(key, value as never, { shouldDirty: true, shouldValidate: true })
    const labels = visibleFields(item, { ...values, ...offered }, today).filter(({ key }) => key in offered)
    say(takeOverWords.taken(labels.map(({ label }) => label)), 'success')
  }
  const press = () => {
    if (underWay.current) return
    underWay.current = true
    void take()
      .catch(showProblem)
      .finally(() => {
        underWay.current = false
      })
  }
  useHotkey('F5', press)
  return (
    <Button size="small" tabIndex={-1} onClick={press}>
      {takeOverWords.take} <kbd>F5</kbd>
    </Button>
  )
}
