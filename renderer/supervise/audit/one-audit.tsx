/** One audit: what was drawn and how, each case with its checklist, what was found, and the signature under it. */
import { Alert, Button, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { type Audit, isFaulty } from '../../../shared/audit/audit.ts'
import { type Day, dayOf } from '../../../shared/calendar/day.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import type { AuditView } from '../../../shared/contract/stored-audits.ts'
import { scopeWords } from '../../../shared/paper/audit-say.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { PaperView } from '../../papers/paper-view.tsx'
import { isHeard } from '../../parts/hear.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { moveByArrows } from '../../parts/row-arrows.ts'
import { usePublished } from '../../session/session.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { useNow } from '../../ui/use-now.ts'
import { auditWords } from '../../words/audit.ts'
import { dayText, momentText } from '../../words/dates.ts'
import { auditListWords, oneAuditWords, signWords } from '../../words/stored-audits.ts'
import { AgainDialog } from '../again-dialog.tsx'
import { Asides } from './asides.tsx'
import { CaseCheck } from './case-check.tsx'
import { Findings } from './findings.tsx'
import { SignAudit } from './sign-audit.tsx'
import { ticksOf } from './ticked.ts'
import { useAudit } from './use-audits.ts'

export function OneAudit({ id }: { id: string }): ReactNode {
  const { heard, lost, again, put } = useAudit(id)
  const go = useNavigate()
  useHotkey('Esc', () => void go('/supervise/audit'))
  return (
    <div className="page audit">
      <p className="audit-back">
        <Link to="/supervise/audit">{oneAuditWords.back}</Link>
      </p>
      {heard === 'asking' && (
        <Spin description={auditWords.reading}>
          <div className="waiting-space" />
        </Spin>
      )}
      {lost !== null && <NotHeard why={lost} unreachable={auditWords.unreachable} onAgain={() => void again()} />}
      {heard === null && <Alert type="warning" showIcon title={oneAuditWords.gone} />}
      {isHeard(heard) && heard !== null && <Whole view={heard} onView={put} />}
    </div>
  )
}

type Props = { view: AuditView; onView: (view: AuditView) => void }

function Whole({ view, onView }: Props): ReactNode {
  const { audit } = view
  const { drawn, checked, findings } = audit
  const today = dayOf(useNow(60_000))
  const [address, setAddress] = useSearchParams()
  // What was ticked stays while another case is looked at, and while this page is left for one.
  const [ticked] = useState(() => ticksOf(audit.id))
  const shown = drawn.cases.find(({ id }) => id === address.get('case')) ?? nextCase(audit) ?? drawn.cases[0]
  const show = (id: CaseId) => setAddress({ case: id }, { replace: true })
  return (
    <>
      <Head audit={audit} today={today} onView={onView} />
      <div className="audit-whole">
        <CaseList audit={audit} shown={shown?.id} />
        {shown !== undefined && (
          <CaseCheck
            key={shown.id}
            view={view}
            of={shown}
            today={today}
            ticked={ticked}
            onView={(next) => {
              onView(next)
              const open = nextCase(next.audit)
              // The next one comes by itself, until there is none.
              if (next.audit.checked.length > checked.length && open !== undefined) show(open.id)
            }}
          />
        )}
      </div>
      {findings.length > 0 && <Findings view={view} today={today} onView={onView} />}
      {view.aside !== undefined && <Asides steps={view.aside} audit={audit} today={today} />}
    </>
  )
}

/** The first that nobody has looked at. */
function nextCase({ drawn, checked }: Audit): Audit['drawn']['cases'][number] | undefined {
  return drawn.cases.find(({ id }) => !checked.some((each) => each.case === id))
}

function Head({ audit, today, onView }: { audit: Audit; today: Day; onView: Props['onView'] }): ReactNode {
  const { drawn, checked, findings, signed } = audit
  const { itemName, hasTemplate, editions } = usePublished()
  const canSign = hasTemplate('auditRecord')
  const [signing, setSigning] = useState(false)
  const [viewed, setViewed] = useState(false)
  const [again, setAgain] = useState(false)
  const left = drawn.cases.length - checked.length
  const { asked, population, populationDigest, method, without } = drawn
  const faulty = checked.filter(isFaulty).length
  const open = findings.filter(({ closed }) => closed === null).length
  return (
    <header className="audit-head">
      <div>
        <h1>
          {dayText(asked.from)} — {dayText(asked.until)} {scopeWords(asked, (code) => itemName(code as never))}
        </h1>
        <p>
          {oneAuditWords.drawn(population, drawn.cases.length)}
          {without.length > 0 && oneAuditWords.without(without.length)} · {drawn.by.name}{' '}
          {momentText(drawn.by.at, today)} · {oneAuditWords.progress(checked.length, drawn.cases.length, faulty)} ·{' '}
          {findings.length === 0
            ? oneAuditWords.noFindings
            : `${auditListWords.columns.findings} ${auditListWords.findings(open, findings.length)}`}
        </p>
        <p className="audit-seed">{oneAuditWords.seed(asked.seed, method, populationDigest.slice(0, 16))}</p>
      </div>
      {signed === null ? (
        <div className="audit-sign">
          <Button type="primary" disabled={left > 0 || !canSign} onClick={() => setSigning(true)}>
            {oneAuditWords.sign}
          </Button>
          {!canSign && <small className="audit-wrong">{signWords.noTemplate(editions.papers)}</small>}
          {left > 0 && <small>{oneAuditWords.uncheckedLeft(left)}</small>}
        </div>
      ) : (
        <div className="audit-sign">
          <strong>
            {oneAuditWords.signedHead} <span className="number">{numberWords(signed.number)}</span>
          </strong>
          <small>{auditListWords.signed(signed.by.name, momentText(signed.by.at, today))}</small>
          <span>
            <Button onClick={() => setViewed(true)}>{oneAuditWords.view}</Button>{' '}
            <Button onClick={() => setAgain(true)}>{oneAuditWords.reprint}</Button>
          </span>
        </div>
      )}
      {signing && (
        <SignAudit
          audit={audit}
          open={open}
          onClose={() => setSigning(false)}
          onView={(view) => {
            setSigning(false)
            onView(view)
          }}
        />
      )}
      {viewed && signed !== null && <PaperView paper={signed.paper} onClose={() => setViewed(false)} />}
      {again && signed !== null && (
        <AgainDialog title={oneAuditWords.reprintTitle} paper={signed.paper} onClose={() => setAgain(false)} />
      )}
    </header>
  )
}

function CaseList({ audit, shown }: { audit: Audit; shown: CaseId | undefined }): ReactNode {
  const { itemName } = usePublished()
  return (
    <nav className="audit-cases" aria-label={oneAuditWords.cases} onKeyDown={(event) => moveByArrows(event)}>
      <h2>{oneAuditWords.cases}</h2>
      <ul>
        {audit.drawn.cases.map(({ id, number, item }) => {
          const checked = audit.checked.find((each) => each.case === id)
          const found = audit.findings.filter((each) => each.case === id).length
          const faults = checked?.points.filter(({ answer }) => answer === 'bad').length ?? 0
          return (
            <li key={id}>
              <Link to={{ search: `?case=${id}` }} replace data-row aria-current={id === shown ? 'true' : undefined}>
                <span className="number">{numberWords(number)}</span>
                <span className={checked === undefined ? '' : faults > 0 ? 'audit-wrong' : 'audit-right'}>
                  {checked === undefined
                    ? oneAuditWords.states.open
                    : faults > 0
                      ? oneAuditWords.states.bad(faults)
                      : oneAuditWords.states.ok}
                </span>
                <small>
                  {itemName(item)}
                  {found > 0 && ` · ${oneAuditWords.findingsOf(found)}`}
                </small>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
