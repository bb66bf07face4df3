/** What has reached the bureau and what has not, always in sight and never in the way. */
import { Button, Popover, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import type { BureauStatus } from '../../shared/contract/views.ts'
import { stoodInFor } from '../../shared/people/role.ts'
import { useSession, useTerminal } from '../session/session.tsx'
import { readTasks } from '../store/tasks.ts'
import { useCache } from '../store/use-cache.ts'
import { useNow } from '../ui/use-now.ts'
import { bureauWords, connectionNames } from '../words/bureau.ts'
import { ageText, momentText, timeText } from '../words/dates.ts'
import { trainingWords } from '../words/training.ts'
import { recordText, uploadCauseText } from '../words/upload-problems.ts'
import { useBureauStatus } from './use-bureau-status.ts'

export function StatusBar(): ReactNode {
  const { status, sending, sendNow } = useBureauStatus()
  const now = useNow(15_000)
  if (useTerminal().training === true)
    return (
      <footer className="status-bar">
        <strong role="status">{trainingWords.status}</strong>
      </footer>
    )
  if (status === null) return <footer className="status-bar" />
  return (
    <footer className="status-bar">
      <Connection status={status} />
      <Unsent status={status} now={now} />
      <Stuck status={status} now={now} />
      <span className="status-quiet">
        {status.lastUpload === null
          ? bureauWords.never
          : bureauWords.lastUpload(momentText(status.lastUpload, dayOf(now)))}
        {status.state !== 'connected' &&
          status.nextTry !== null &&
          ` · ${bureauWords.nextTry(timeText(status.nextTry))}`}
      </span>
      <span className="status-space" />
      <Judged status={status} />
      <ProofText status={status} />
      <Button size="small" loading={sending} onClick={sendNow} disabled={status.state === 'stopped'}>
        {bureauWords.sendNow}
      </Button>
    </footer>
  )
}

/** The cause stands with what is stuck, once something is. */
function Connection({ status }: { status: BureauStatus }): ReactNode {
  const name = connectionNames[status.state]
  return (
    <span className={`status-connection status-${status.state}`} role="status">
      {status.cause === null || status.stuck.length > 0
        ? name
        : bureauWords.because(name, uploadCauseText(status.cause))}
    </span>
  )
}

function Unsent({ status, now }: { status: BureauStatus; now: string }): ReactNode {
  const { waiting, cause } = status.files
  if (status.unsent === 0 && waiting === 0) return <span>{bureauWords.allSent}</span>
  return (
    <>
      {status.unsent > 0 && (
        <span className="status-unsent">
          {bureauWords.unsent(status.unsent)}
          {status.unsentSince !== null && `（${bureauWords.since(ageText(status.unsentSince, now))}）`}
        </span>
      )}
      {waiting > 0 && (
        <span className="status-unsent">
          {cause === null
            ? bureauWords.filesUnsent(waiting)
            : bureauWords.filesBecause(waiting, uploadCauseText(cause))}
        </span>
      )}
    </>
  )
}

/** By name, within a minute: which record, how long, and why. */
function Stuck({ status, now }: { status: BureauStatus; now: string }): ReactNode {
  // What was done for somebody is named before what was only noted.
  const first = status.stuck.find(({ what }) => !what.startsWith('note.')) ?? status.stuck[0]
  if (first === undefined) return null
  const lines = status.stuck.map(({ seq, what, since, cause }) => (
    <p key={seq}>{bureauWords.stuckLine(recordText(what), stuckAge(since, now), uploadCauseText(cause))}</p>
  ))
  return (
    <Popover
      title={bureauWords.stuckTitle}
      content={<div className="stuck-lines">{lines}</div>}
      trigger={['click', 'hover']}
    >
      <button type="button" className="status-stuck">
        {status.stuck.length === 1
          ? bureauWords.stuckOne(recordText(first.what), stuckAge(first.since, now), uploadCauseText(first.cause))
          : bureauWords.stuck(
              recordText(first.what),
              status.stuck.length,
              stuckAge(first.since, now),
              uploadCauseText(first.cause),
            )}
      </button>
    </Popover>
  )
}

function stuckAge(since: string, now: string): string {
  return Date.parse(now) - Date.parse(since) < 60_000 ? bureauWords.fresh : ageText(since, now)
}

function Judged({ status }: { status: BureauStatus }): ReactNode {
  return (
    <>
      {status.waiting > 0 && (
        <Tooltip title={bureauWords.waitingTitle}>
          <span>{bureauWords.waiting(status.waiting)}</span>
        </Tooltip>
      )}
      {status.refusedCount > 0 && <Refused count={status.refusedCount} />}
    </>
  )
}

/** In red as long as something of it waits to be put right, then one more number beside the proof. */
function Refused({ count }: { count: number }): ReactNode {
  const { person, capacities } = useSession()
  const supervises = capacities.some(({ role }) => role === 'supervisor')
  const { value: tasks = [] } = useCache(
    (cache) => readTasks(cache, [person.id, ...stoodInFor(capacities)], supervises),
    [person.id, capacities, supervises],
  )
  const open = tasks.some(({ kind }) => kind === 'refused')
  return (
    <Tooltip title={open ? bureauWords.refusedTitle : bureauWords.refusedSettledTitle}>
      {open ? (
        <Link to="/tasks" className="status-stuck">
          {bureauWords.refused(count)}
        </Link>
      ) : (
        <span className="status-quiet">{bureauWords.refused(count)}</span>
      )}
    </Tooltip>
  )
}

function ProofText({ status }: { status: BureauStatus }): ReactNode {
  const { proof } = status
  const { ledger } = useTerminal()
  // The last record's digest may still be that of the bureau: bytes that cannot be read prove nothing.
  if (ledger.state === 'readOnly' && ledger.why === 'damaged')
    return <span className="status-differs">{bureauWords.proofDamaged}</span>
  if (proof === null) return <span className="status-quiet">{bureauWords.proofNone}</span>
  return (
    <Tooltip title={proof.same ? bureauWords.proofTitle : bureauWords.differs}>
      <span className={proof.same ? 'status-same' : 'status-differs'}>
        {bureauWords.proof(status.last, status.taken, proof.same)}
      </span>
    </Tooltip>
  )
}
