/** 抽样稽核: every sample that was drawn, how far it has come, and drawing another. */
import { Button, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { type Day, dayOf } from '../../../shared/calendar/day.ts'
import { type AuditLine, type Audits, auditPlace } from '../../../shared/contract/stored-audits.ts'
import { scopeWords } from '../../../shared/paper/audit-say.ts'
import { isHeard } from '../../parts/hear.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { moveByArrows } from '../../parts/row-arrows.ts'
import { useStarts } from '../../parts/use-starts.ts'
import { usePublished } from '../../session/session.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { useNow } from '../../ui/use-now.ts'
import { auditWords } from '../../words/audit.ts'
import { momentText, shortDay } from '../../words/dates.ts'
import { asideWords, auditListWords } from '../../words/stored-audits.ts'
import { DrawDialog } from './draw-dialog.tsx'
import { useAudits } from './use-audits.ts'

export function AuditList(): ReactNode {
  const [[before = null], setStarts] = useStarts<string>('audits')
  const { heard, lost, again } = useAudits(before)
  const [drawing, setDrawing] = useState(false)
  const today = dayOf(useNow(60_000))
  useHotkey('F9', () => setDrawing(true))
  return (
    <>
      <div className="audit-bar">
        <p className="page-about">{auditListWords.about}</p>
        <Button type="primary" onClick={() => setDrawing(true)}>
          {auditListWords.draw} <kbd>F9</kbd>
        </Button>
      </div>
      {heard === 'asking' && (
        <Spin description={auditWords.reading}>
          <div className="waiting-space" />
        </Spin>
      )}
      {lost !== null && <NotHeard why={lost} unreachable={auditWords.unreachable} onAgain={() => void again()} />}
      {isHeard(heard) && (
        <>
          {heard.lines.length === 0 ? (
            <p role="status">{auditListWords.empty}</p>
          ) : (
            <AuditTable lines={heard.lines} today={today} />
          )}
          <p className="audit-pages">
            {before !== null && <Button onClick={() => setStarts([])}>{auditListWords.newest}</Button>}
            {heard.more && (
              <Button onClick={() => setStarts([auditPlace(heard.lines.at(-1)!)])}>{auditListWords.earlier}</Button>
            )}
          </p>
        </>
      )}
      {drawing && <DrawDialog today={today} onClose={() => setDrawing(false)} />}
    </>
  )
}

function AuditTable({ lines, today }: { lines: Audits['lines']; today: Day }): ReactNode {
  const { itemName } = usePublished()
  const { columns } = auditListWords
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk the rows
    <div onKeyDown={(event) => moveByArrows(event)}>
      <table className="audit-table" aria-label={auditWords.audits}>
        <thead>
          <tr>
            <th>{columns.at}</th>
            <th>{columns.period}</th>
            <th>{columns.scope}</th>
            <th>{columns.checked}</th>
            <th>{columns.faulty}</th>
            <th>{columns.findings}</th>
            <th>{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                <Link to={`/supervise/audit/${line.id}`} data-row>
                  {momentText(line.at, today)}
                </Link>{' '}
                {line.byName}
              </td>
              <td>
                {shortDay(line.asked.from, today)} — {shortDay(line.asked.until, today)}
              </td>
              <td>{scopeWords(line.asked, (code) => itemName(code as never))}</td>
              <td>{auditListWords.checked(line.checked, line.cases)}</td>
              <td>{line.faulty}</td>
              <td>
                {auditListWords.findings(line.findingsOpen, line.findings)}
                {line.findingsAnswered > 0 && (
                  <span className="audit-verdict audit-verdict-ask">
                    {auditListWords.answered(line.findingsAnswered)}
                  </span>
                )}
              </td>
              <td>
                {stateOf(line, today)}{' '}
                {line.aside !== undefined && (
                  <span className="audit-verdict audit-verdict-ask">{asideWords.listed(line.aside)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function stateOf({ signed, checked, cases }: AuditLine, today: Day): string {
  if (signed !== null) return auditListWords.signed(signed.name, momentText(signed.at, today))
  return checked < cases ? auditListWords.running : auditListWords.ready
}
