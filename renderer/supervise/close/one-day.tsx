/** One day: what may be signed now, and what was signed of it. */
import { Alert, Button, Checkbox, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { CloseProposal } from '../../../shared/report/close.ts'
import { isHeard } from '../../parts/hear.ts'
import { useOtherHall } from '../../parts/looked-at.ts'
import { usePublished, useSession } from '../../session/session.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { closeWords } from '../../words/close.ts'
import { shortDay, timeText } from '../../words/dates.ts'
import { hallWords } from '../../words/halls.ts'
import { Causes } from './causes.tsx'
import { CountTable } from './count-table.tsx'
import { Questions } from './questions.tsx'
import { SignClose } from './sign-close.tsx'
import { SignedList } from './signed-list.tsx'
import { Unreachable } from './unreachable.tsx'
import { useCloseView } from './use-close.ts'

export function OneDay({ day, onSigned }: { day: Day; onSigned: () => Promise<void> }): ReactNode {
  const { heard: view, again: ask, lost } = useCloseView(day)
  if (view === 'asking') return <Spin className="close-waiting" description={closeWords.reading} />
  if (!isHeard(view)) return <Unreachable why={view} onAgain={ask} />
  const { today, proposal, signed, closesAt } = view
  const again = async () => {
    await Promise.all([ask(), onSigned()])
  }
  return (
    <div className="close-day">
      <h2 className="close-head">{shortDay(day, today)}</h2>
      {lost !== null && <Unreachable why={lost} onAgain={ask} />}
      {proposal === null && signed.length === 0 && <p>{day > today ? closeWords.toCome : closeWords.nothing}</p>}
      {proposal !== null && (
        <Proposal key={proposal.no} proposal={proposal} today={today} closing={closesAt} onDone={again} />
      )}
      {signed.length > 0 && <SignedList signed={signed} today={today} />}
    </div>
  )
}

type Props = { proposal: CloseProposal; today: Day; closing: string; onDone: () => Promise<void> }

function Proposal({ proposal, today, closing, onDone }: Props): ReactNode {
  const { capacities } = useSession()
  const { nameOf, hasTemplate, editions } = usePublished()
  // What is signed is what was read: what changes behind the dialog is read first.
  const [signing, setSigning] = useState<CloseProposal | null>(null)
  const [remark, setRemark] = useState('')
  const [agreed, setAgreed] = useState(false)
  const { no, rows, questions, causes, position, early, day } = proposal
  const canSign = hasTemplate(no === 0 ? 'dailyClose' : 'closeAmendment')
  // Signed is where the open questions can be asked, and in that hall's ledger.
  const other = useOtherHall()
  const signs = other === null && capacities.some(({ role }) => role === 'supervisor')
  const may = signs && canSign && (!early || agreed)
  useHotkey('F9', may ? () => setSigning(proposal) : undefined)
  return (
    <section className="close-proposal" aria-label={closeWords.proposal(no)}>
      <div className="close-proposal-head">
        <h3>{closeWords.proposal(no)}</h3>
        {signs ? (
          <Button type="primary" disabled={!may} onClick={() => setSigning(proposal)}>
            {closeWords.sign(no)} <kbd>F9</kbd>
          </Button>
        ) : (
          other === null && <p className="close-quiet">{closeWords.readOnly}</p>
        )}
      </div>
      {other !== null && <p className="close-quiet">{hallWords.signThere(other.name)}</p>}
      {signs && !canSign && (
        <Alert type="warning" showIcon role="status" title={closeWords.noTemplate(editions.papers)} />
      )}
      {early && signs && (
        <p className="close-early" role="status">
          {closeWords.early(timeText(closing))}
          <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
            {closeWords.earlyAgree}
          </Checkbox>
        </p>
      )}
      {causes.length > 0 && <Causes causes={causes} />}
      <Questions day={day} questions={questions} nameOf={nameOf} />
      <CountTable title={no === 0 ? closeWords.counts : closeWords.countsNow} day={day} rows={rows} />
      <p className="close-quiet">{closeWords.countedTo(position)}</p>
      {signing !== null && (
        <SignClose
          proposal={signing}
          title={closeWords.signTitle(no, shortDay(day, today))}
          early={early}
          remark={remark}
          onRemark={setRemark}
          onClose={() => setSigning(null)}
          onDone={async () => {
            setSigning(null)
            await onDone()
          }}
        />
      )}
    </section>
  )
}
