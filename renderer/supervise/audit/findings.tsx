/** 发现的问题: what each window answered, and closing it or sending it back. */
import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { Finding } from '../../../shared/audit/audit.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import type { AuditDo, AuditView } from '../../../shared/contract/stored-audits.ts'
import { pointNames } from '../../../shared/paper/audit-say.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/feedback.ts'
import { showProblem } from '../../ui/problem.ts'
import { ReasonBox } from '../../ui/reason-box.tsx'
import { momentText } from '../../words/dates.ts'
import { findWords, oneAuditWords } from '../../words/stored-audits.ts'
import { actOn } from './act.ts'

type Props = { view: AuditView; today: Day; onView: (view: AuditView) => void }

export function Findings({ view, today, onView }: Props): ReactNode {
  return (
    <section className="audit-findings" aria-label={oneAuditWords.findings}>
      <h2>{oneAuditWords.findings}</h2>
      {view.audit.findings.map((finding) => (
        <OneFinding key={finding.finding} finding={finding} view={view} today={today} onView={onView} />
      ))}
    </section>
  )
}

function OneFinding({ finding, view, today, onView }: Props & { finding: Finding }): ReactNode {
  const [asking, setAsking] = useState<'sendBack' | 'unfounded' | null>(null)
  const underWay = useRef(false)
  const { audit, answers } = view
  const own = answers.filter((each) => each.finding === finding.finding)
  const isAnswered = own.some(({ round }) => round === finding.back.length)
  const number = audit.drawn.cases.find(({ id }) => id === finding.case)?.number
  const state = finding.closed?.how ?? (isAnswered ? 'answered' : 'waiting')
  const act = async (what: AuditDo, done: string) => {
    if (underWay.current) return
    underWay.current = true
    try {
      const answer = await actOn(audit.id, what, crypto.randomUUID())
      if (!answer.ok) return say(answer.why, 'warning')
      say(done)
      setAsking(null)
      onView(answer.view)
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  const { finding: id } = finding
  return (
    <article className="audit-finding">
      <div>
        <strong>
          {number !== undefined && <span className="number">{numberWords(number)}</span>}{' '}
          {finding.point !== null && pointNames[finding.point]}
        </strong>{' '}
        <span className={`audit-verdict audit-finding-${state}`}>{findWords.state[state]}</span>
        <p>{finding.text}</p>
        <p>
          {findWords.to2(finding.toName)}：{finding.todo}
          <small> {momentText(finding.by.at, today)}</small>
        </p>
        {Array.from({ length: finding.back.length + 1 }, (_, round) => {
          const said = own.find((each) => each.round === round)
          const back = finding.back[round]
          return (
            <div key={back?.by.at ?? 'last'}>
              {said !== undefined && (
                <p>
                  {findWords.answer}（{said.by}
                  {said.at !== null && ` ${momentText(said.at, today)}`}）：{said.how}
                </p>
              )}
              {back !== undefined && (
                <p className="audit-wrong">
                  {findWords.back}（{back.by.name}）：{back.reason}
                </p>
              )}
            </div>
          )
        })}
        {finding.closed !== null && (
          <p>
            {findWords.state[finding.closed.how]}（{finding.closed.by.name} {momentText(finding.closed.by.at, today)}）
            {finding.closed.remark}
          </p>
        )}
      </div>
      {finding.closed === null && (
        <div className="audit-finding-do">
          {isAnswered && (
            <>
              <Button
                type="primary"
                onClick={() => void act({ do: 'close', finding: id, how: 'mended', remark: null }, findWords.closed)}
              >
                {findWords.mended}
              </Button>
              <Button onClick={() => setAsking('sendBack')}>{findWords.sendBack}</Button>
            </>
          )}
          <Button onClick={() => setAsking('unfounded')}>{findWords.unfounded}</Button>
        </div>
      )}
      {asking !== null && (
        <ReasonDialog
          title={asking === 'sendBack' ? findWords.sendBackTitle : findWords.unfoundedTitle}
          reasons={asking === 'sendBack' ? findWords.backReasons : findWords.unfoundedReasons}
          onClose={() => setAsking(null)}
          onSend={(reason) =>
            asking === 'sendBack'
              ? act({ do: 'sendBack', finding: id, reason }, findWords.sentBack)
              : act({ do: 'close', finding: id, how: 'unfounded', remark: reason }, findWords.closed)
          }
        />
      )}
    </article>
  )
}

type ReasonProps = {
  title: string
  reasons: readonly string[]
  onClose: () => void
  onSend: (reason: string) => Promise<void>
}

function ReasonDialog({ title, reasons, onClose, onSend }: ReasonProps): ReactNode {
  const [reason, setReason] = useState('')
  const send = () => void (reason.trim() !== '' && onSend(reason.trim()))
  return (
    <Dialog
      title={title}
      okText={title}
      okButtonProps={{ disabled: reason.trim() === '' }}
      cancelText={findWords.cancel}
      onOk={send}
      onClose={onClose}
    >
      <ReasonBox label={findWords.reason} reasons={reasons} value={reason} onChange={setReason} onSubmit={send} />
    </Dialog>
  )
}
