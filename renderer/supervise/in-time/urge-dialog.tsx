/** 催办: one word to whoever has these cases, and by when an answer is asked for. */
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import { DayBox } from '../../ui/fields/day-box.tsx'
import { FieldFrame } from '../../ui/fields/field-frame.tsx'
import { readDay } from '../../ui/fields/typed-day.ts'
import { sentenceId } from '../../ui/fields/widget.ts'
import { ReasonBox } from '../../ui/reason-box.tsx'
import { inTimeWords } from '../../words/in-time.ts'
import type { NearCase } from './near-cases.ts'
import { recordEach } from './record-each.ts'
import { SeveralDialog } from './several-dialog.tsx'

type Props = { cases: readonly NearCase[]; today: Day; onClose: () => void; onDone: () => void }

export function UrgeDialog({ cases: now, today, onClose, onDone }: Props): ReactNode {
  // What was chosen when it opened: it stays although the list goes on.
  const [cases] = useState(now)
  const [reason, setReason] = useState('')
  const [answerBy, setAnswerBy] = useState('')
  const [wrong, setWrong] = useState(false)
  const day = answerBy.trim() === '' ? null : (readDay(answerBy) as Day | undefined)
  return (
    <SeveralDialog
      title={inTimeWords.urgeTitle(cases.length)}
      okText={inTimeWords.urge}
      saved={inTimeWords.saved.urge}
      count={cases.length}
      onClose={onClose}
      onDone={onDone}
      send={(ids) => {
        const isWrong = day === undefined || (day !== null && day < today)
        setWrong(isWrong)
        if (isWrong || reason.trim() === '') return undefined
        return recordEach(
          cases.map(({ kase }) => kase),
          'urged',
          { reason: reason.trim(), answerBy: day },
          ids,
        )
      }}
    >
      {(submit) => (
        <>
          <ReasonBox
            label={inTimeWords.urgeText}
            reasons={inTimeWords.urgeReasons}
            value={reason}
            onChange={setReason}
            onSubmit={submit}
          />
          <FieldFrame
            id="urge-by"
            label={inTimeWords.answerBy}
            required={false}
            labelAbove
            error={wrong ? inTimeWords.badDay : undefined}
          >
            <DayBox
              id="urge-by"
              value={answerBy}
              onChange={(next) => setAnswerBy(String(next ?? ''))}
              onBlur={() => {}}
              status={wrong ? 'error' : ''}
              describedBy={sentenceId('urge-by')}
              required={false}
              placeholder={inTimeWords.answerHint}
            />
          </FieldFrame>
        </>
      )}
    </SeveralDialog>
  )
}
