/** The running cases that something to be published touches, as the bureau says. */
import { Button, Spin } from 'antd'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import type { Affected, AffectedCase } from '../../shared/contract/views.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { onNotice } from '../machine.ts'
import { showProblem } from '../ui/problem.ts'
import { adminWords } from '../words/admin.ts'
import { shortDay } from '../words/dates.ts'
import { statusName } from '../words/statuses.ts'
import { movedNames, timeLeftWords } from '../words/time-left.ts'

/** offline: the bureau gives no answer, so that nothing can be published now either. */
export type AffectedState =
  | { is: 'asking' }
  | { is: 'offline'; again: () => void }
  | { is: 'known'; affected: Affected }

/** Asks the bureau, and again when it may have come back. `ask` null: there is nothing to ask. */
export function useAffected(ask: (() => Promise<Affected | null>) | null): AffectedState {
  const [affected, setAffected] = useState<Affected | null | undefined>(undefined)
  const run = useCallback(() => {
    if (ask === null) return
    ask().then(setAffected, showProblem)
  }, [ask])
  useEffect(() => {
    setAffected(undefined)
    run()
  }, [run])
  const missing = affected === null
  useEffect(() => (missing ? onNotice('bureau', run) : undefined), [missing, run])
  if (affected === undefined) return { is: 'asking' }
  return affected === null ? { is: 'offline', again: run } : { is: 'known', affected }
}

type Props = { state: AffectedState; title: (count: number) => string; withMoved: boolean }

export function AffectedCases({ state, title, withMoved }: Props): ReactNode {
  if (state.is === 'asking') return <Spin description={adminWords.asking} />
  if (state.is === 'offline')
    return (
      <p role="alert" className="admin-bad">
        {adminWords.offline} <Button onClick={state.again}>{adminWords.again}</Button>
      </p>
    )
  const { count, elsewhere, cases } = state.affected
  return (
    <>
      <p>
        {title(count)}
        {elsewhere > 0 && adminWords.elsewhere(elsewhere)}
        {count > cases.length && adminWords.more(count - cases.length)}
      </p>
      {cases.length > 0 && (
        <table className="case-table admin-affected" aria-label={adminWords.running}>
          <thead>
            <tr>
              <th className="case-col-number">{adminWords.affectedColumns.number}</th>
              <th className="case-col-applicant">{adminWords.affectedColumns.applicant}</th>
              <th>{adminWords.affectedColumns.item}</th>
              <th className="admin-col-kind">{adminWords.affectedColumns.status}</th>
              <th className="admin-col-moved">
                {withMoved ? adminWords.affectedColumns.moved : adminWords.affectedColumns.edition}
              </th>
            </tr>
          </thead>
          <tbody>
            {cases.map((each) => (
              <tr key={each.id}>
                <td className="number">{numberWords(each.number)}</td>
                <td>{each.applicant}</td>
                <td title={each.itemName}>{each.itemName}</td>
                <td>{statusName(each.status)}</td>
                <td>{withMoved ? movedText(each) : each.edition}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** 办结：1月7日（周四）→ 1月8日（周五） */
function movedText({ moved }: AffectedCase): string {
  if (moved === null) return ''
  const today = dayOf(new Date().toISOString())
  const provisional = moved.provisional ? ` ${timeLeftWords.provisional}` : ''
  const move = (what: keyof typeof movedNames, { from, to }: { from: Day; to: Day }) =>
    `${movedNames[what]}：${shortDay(from, today)} → ${shortDay(to, today)}`
  const until = moved.until === undefined ? '' : `；${move('collectUntil', moved.until)}`
  return `${move(moved.what, moved)}${until}${provisional}`
}
