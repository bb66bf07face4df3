/** 转派: these cases to one person who can go on with each, or back to the list their seats share. */
import { type ReactNode, useMemo, useState } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { PersonId } from '../../../shared/case/ids.ts'
import { couldGoOn } from '../../../shared/case/turn.ts'
import { holdingsOn } from '../../../shared/people/role.ts'
import { usePublished } from '../../session/session.tsx'
import { ChoiceBox } from '../../ui/fields/choice-box.tsx'
import { FieldFrame } from '../../ui/fields/field-frame.tsx'
import { sentenceId } from '../../ui/fields/widget.ts'
import { ReasonBox } from '../../ui/reason-box.tsx'
import { inTimeWords } from '../../words/in-time.ts'
import type { NearCase } from './near-cases.ts'
import { recordEach } from './record-each.ts'
import { SeveralDialog } from './several-dialog.tsx'

type Props = { cases: readonly NearCase[]; today: Day; onClose: () => void; onDone: () => void }

export function ReassignDialog({ cases: now, today, onClose, onDone }: Props): ReactNode {
  const [cases] = useState(now)
  const { published } = usePublished()
  const [reason, setReason] = useState('')
  const [to, setTo] = useState('')
  const [missing, setMissing] = useState(false)
  const people = useMemo(
    () =>
      published.people.filter(
        ({ holdings }) =>
          holdings === undefined ||
          cases.every(({ kase, item }) => couldGoOn(holdingsOn({ holdings }, today), kase, item)),
      ),
    [published, cases, today],
  )
  const shown = ({ name, badge }: (typeof people)[number]) => `${name}（${badge}）`
  const chosen = to === inTimeWords.toNobody ? null : people.find((each) => shown(each) === to)?.id
  return (
    <SeveralDialog
      title={inTimeWords.reassignTitle(cases.length)}
      okText={inTimeWords.reassign}
      saved={inTimeWords.saved.reassign}
      count={cases.length}
      onClose={onClose}
      onDone={onDone}
      send={(ids) => {
        setMissing(chosen === undefined)
        if (chosen === undefined || reason.trim() === '') return undefined
        return recordEach(
          cases.map(({ kase }) => kase),
          'reassigned',
          { to: chosen as PersonId | null, office: null, reason: reason.trim() },
          ids,
        )
      }}
    >
      {(submit) => (
        <>
          <ReasonBox
            label={inTimeWords.reason}
            reasons={inTimeWords.reassignReasons}
            value={reason}
            onChange={setReason}
            onSubmit={submit}
          />
          <FieldFrame
            id="reassign-to"
            label={inTimeWords.to}
            required
            labelAbove
            error={missing ? inTimeWords.toMissing : undefined}
            help={people.length === 0 ? inTimeWords.toNone : undefined}
          >
            <ChoiceBox
              id="reassign-to"
              value={to}
              onChange={(next) => {
                setTo(String(next ?? ''))
                setMissing(false)
              }}
              onBlur={() => {}}
              status={missing ? 'error' : ''}
              describedBy={sentenceId('reassign-to')}
              required
              line={0}
              options={[...people.map(shown), inTimeWords.toNobody]}
              placeholder={inTimeWords.toHint}
            />
          </FieldFrame>
        </>
      )}
    </SeveralDialog>
  )
}
