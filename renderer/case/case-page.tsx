/** One case: what it is, where it stands, everything that happened, and only the acts this person may take now. */
import { Alert, Button, Result, Spin } from 'antd'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { brokenPromiseOf } from '../../shared/case/former.ts'
import { CaseId, type Instant } from '../../shared/case/ids.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { type CaseHistory, readHistory } from '../store/case-history.ts'
import { deskCache } from '../store/desk.ts'
import { casesBeside } from '../store/due-again.ts'
import { useCache } from '../store/use-cache.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { useNow } from '../ui/use-now.ts'
import { caseWords, notHereWords } from '../words/case.ts'
import { Actions } from './actions.tsx'
import type { Around } from './around.ts'
import { CarryPart } from './carry/carry-part.tsx'
import { CaseHead } from './case-head.tsx'
import { Details } from './details.tsx'
import { History } from './history.tsx'
import { Materials } from './materials.tsx'
import { OpenTasks } from './open-tasks.tsx'
import { OwedNotice } from './owed-notice.tsx'
import { Papers } from './papers.tsx'
import { progressOf } from './progress.ts'
import { ProgressBar } from './progress-bar.tsx'
import { Questions } from './questions.tsx'
import { SettledTasks } from './settled-tasks.tsx'
import './case.css'

export function CasePage(): ReactNode {
  const { case: text = '' } = useParams()
  const id = CaseId.safeParse(text)
  const navigate = useNavigate()
  useHotkey('Esc', () => void navigate(-1))
  if (!id.success) return <Result status="info" title={caseWords.notFound} />
  return <CaseLoader key={id.data} id={id.data} />
}

/** undefined: being read; null: not in this terminal's cache. */
function CaseLoader({ id }: { id: CaseId }): ReactNode {
  const { value } = useCache(async (cache) => ({ history: await readHistory(cache, id) }), [id])
  if (value === undefined) {
    return (
      <div className="case-waiting">
        <Spin description={caseWords.loading}>
          <div className="case-waiting-space" />
        </Spin>
      </div>
    )
  }
  return value.history === null ? <NotHere id={id} /> : <CaseView history={value.history} />
}

/** The bureau may still have it: it is asked at once, and the case fetched whole, so that it can be acted on. */
function NotHere({ id }: { id: CaseId }): ReactNode {
  const [state, setState] = useState<'asking' | 'unknown' | 'unreachable'>('asking')
  const fetch = useCallback(() => {
    setState('asking')
    deskCache()
      .fetch(id)
      // What was found comes by way of the cache.
      .then(
        (answer) => answer !== 'here' && setState(answer),
        (error: unknown) => {
          setState('unreachable')
          showProblem(error)
        },
      )
  }, [id])
  useEffect(fetch, [fetch])
  return (
    <div className="case-not-here" aria-live="polite">
      <h1>{notHereWords[state].title}</h1>
      <p>{notHereWords[state].text}</p>
      <Button type="primary" autoFocus loading={state === 'asking'} onClick={fetch}>
        {caseWords.fetch}
      </Button>
    </div>
  )
}

function CaseView({ history: { kase, events } }: { history: CaseHistory }): ReactNode {
  const books = usePublished()
  const session = useSession()
  const now = useNow(60_000) as Instant
  const item = books.itemOf(kase.item, kase.editions.catalogue)
  const others = useCache((cache) => casesBeside(cache, kase), [kase.id, kase.status])
  const brokenPromise = useMemo(() => brokenPromiseOf(kase, others.value ?? [], now), [kase, others.value, now])
  const around = useMemo<Around | null>(
    () => (item === undefined ? null : { kase, item, events, books, session, now, brokenPromise }),
    [kase, item, events, books, session, now, brokenPromise],
  )
  if (around === null) return <Result status="info" title={caseWords.unknownItem} />
  const conflict = events.some(({ standing }) => standing === 'conflict')
  return (
    <div className="case">
      <CaseHead around={around} />
      <ProgressBar stages={progressOf(kase, around.item)} />
      <div className="case-body">
        <div className="case-column">
          {kase.unknown && <Alert type="warning" showIcon title={caseWords.unknown} />}
          {conflict && <Alert type="warning" showIcon title={caseWords.conflict} />}
          <OpenTasks around={around} />
          <OwedNotice around={around} />
          <CarryPart around={around} />
          <Questions around={around} />
          <Details around={around} />
          <Materials around={around} />
        </div>
        <div className="case-column">
          <Papers around={around} />
          <SettledTasks around={around} />
          <History around={around} />
        </div>
      </div>
      <Actions around={around} />
    </div>
  )
}
