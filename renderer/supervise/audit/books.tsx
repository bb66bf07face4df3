/** 账本核对: each terminal's records read again at the bureau, a stretch at a time, so that it shows how far it is and can be stopped. */
import { Alert, Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { dayOf } from '../../../shared/calendar/day.ts'
import type { Instant } from '../../../shared/case/ids.ts'
import type { Books as BookList, BookSlice } from '../../../shared/contract/audits.ts'
import { machine } from '../../machine.ts'
import { type Heard, hear, isHeard, type Unheard } from '../../parts/hear.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { usePublished } from '../../session/session.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { useNow } from '../../ui/use-now.ts'
import { auditWords, bookWords, brokenNames } from '../../words/audit.ts'
import { momentText } from '../../words/dates.ts'
import { heardWords } from '../../words/heard.ts'

type Book = BookList[number]
/** A word: why the bureau gave no answer on the way. */
type Result = BookSlice | Unheard

export function Books(): ReactNode {
  const { hall } = usePublished()
  const today = dayOf(useNow(60_000) as Instant)
  const [books, setBooks] = useState<Heard<BookList>>('asking')
  const [results, setResults] = useState<ReadonlyMap<number, Result>>(new Map())
  const [busy, setBusy] = useState(false)
  const stopped = useRef(false)
  const ask = async () => {
    const answer = await hear(machine['bureau.books'](null))
    setBooks(answer)
    return isHeard(answer) ? answer : []
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened; left, it stops
  useEffect(() => {
    stopped.current = false
    void ask()
    return () => {
      stopped.current = true
    }
  }, [])
  const verify = async () => {
    if (busy) {
      stopped.current = true
      return
    }
    stopped.current = false
    setBusy(true)
    setResults(new Map())
    try {
      const all = isHeard(books) ? books : await ask()
      for (const { terminal } of all) await verifyOne(terminal)
    } catch (error) {
      showProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const verifyOne = async (terminal: Book['terminal']) => {
    for (let after: BookSlice['at'] | null = null; !stopped.current; ) {
      const result: Result = await hear(machine['bureau.verifyBook']({ terminal, after }))
      setResults((known) => new Map(known).set(terminal, result))
      if (typeof result === 'string' || result.broken !== null || result.at.seq >= result.taken) return
      after = result.at
    }
  }
  useHotkey('F9', () => void verify())
  const { columns } = bookWords
  const list = isHeard(books) ? books : []
  const done = [...results.values()]
  const broken = done.some((each) => typeof each !== 'string' && each.broken !== null)
  const same = !busy && list.length > 0 && list.every(({ terminal }) => isSame(results.get(terminal)))
  return (
    <>
      <p className="page-about">{bookWords.about}</p>
      <div className="audit-bar">
        <Button type="primary" onClick={() => void verify()}>
          {busy ? bookWords.stop : bookWords.start} <kbd>F9</kbd>
        </Button>
        <span role="status">{same && bookWords.allSame}</span>
      </div>
      {books !== 'asking' && !isHeard(books) && (
        <NotHeard why={books} unreachable={bookWords.unreachable} onAgain={() => void ask()} />
      )}
      {broken && <Alert type="error" showIcon title={bookWords.tell} />}
      {list.length > 0 && (
        <table className="audit-table" aria-label={auditWords.books}>
          <thead>
            <tr>
              <th>{columns.terminal}</th>
              <th>{columns.where}</th>
              <th>{columns.taken}</th>
              <th>{columns.reported}</th>
              <th>{columns.result}</th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ terminal, window, taken, reportedSeq, reportedAt, stopped: isStopped }) => (
              <tr key={terminal}>
                <td>{bookWords.terminal(terminal)}</td>
                <td>
                  {hall.windows.find(({ no }) => no === window)?.name ?? bookWords.unbound}
                  {isStopped && `（${bookWords.stopped}）`}
                </td>
                <td>{bookWords.records(taken)}</td>
                <td>
                  {reportedSeq === null || reportedAt === null
                    ? bookWords.never
                    : bookWords.reported(reportedSeq, momentText(reportedAt, today))}
                </td>
                <ResultCell result={results.get(terminal)} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function isSame(result: Result | undefined): boolean {
  return result !== undefined && typeof result !== 'string' && result.broken === null && result.at.seq >= result.taken
}

function ResultCell({ result }: { result: Result | undefined }): ReactNode {
  if (result === undefined) return <td className="audit-waiting">{bookWords.waiting}</td>
  if (typeof result === 'string')
    return <td className="audit-wrong">{result === 'unreachable' ? bookWords.unread : heardWords[result]}</td>
  const { at, taken, broken } = result
  if (broken !== null) return <td className="audit-wrong">{bookWords.broken(broken.seq, brokenNames[broken.what])}</td>
  return at.seq < taken ? (
    <td>{bookWords.underWay(at.seq, taken)}</td>
  ) : (
    <td className="audit-right">{bookWords.same(taken)}</td>
  )
}
