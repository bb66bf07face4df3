/** 督办: what is overdue and what falls due within three working days, by window and person; urged and given to others several at once;
 *  and what became of what was urged. */
import { Button, Segmented, Spin } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { dayOf } from '../../../shared/calendar/day.ts'
import type { CaseId, Instant } from '../../../shared/case/ids.ts'
import { nearBefore, nearness } from '../../../shared/report/late-in.ts'
import { useSaid } from '../../parts/use-said.ts'
import { usePublished, useSession } from '../../session/session.tsx'
import { readNear } from '../../store/near-cases.ts'
import { useCache, useCacheState } from '../../store/use-cache.ts'
import { say } from '../../ui/feedback.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { useNow } from '../../ui/use-now.ts'
import { inTimeWords, nearNames } from '../../words/in-time.ts'
import { todayWords } from '../../words/today.ts'
import { type By, type Cell, groupNear, groupOf, type NearCase, nearCase } from './near-cases.ts'
import { NearCounts } from './near-counts.tsx'
import { NearTable } from './near-table.tsx'
import { ReassignDialog } from './reassign-dialog.tsx'
import { Told } from './told.tsx'
import { UrgeDialog } from './urge-dialog.tsx'
import '../../parts/parts.css'
import './in-time.css'

export function InTimePage(): ReactNode {
  const { capacities } = useSession()
  // 转派 and 催办 are done by whoever the workflow's rows name.
  return <InTime mayAct={capacities.some(({ role }) => role === 'supervisor' || role === 'chief')} />
}

function InTime({ mayAct }: { mayAct: boolean }): ReactNode {
  const books = usePublished()
  const now = useNow(60_000) as Instant
  const today = dayOf(now)
  const [said, choose] = useSaid()
  const by: By = said.get('by') === 'person' ? 'person' : 'window'
  const cell = useMemo(() => cellIn(said), [said])
  const setCell = ({ group, near }: Cell) => choose({ group: group ?? null, near: near ?? null })
  const [chosen, setChosen] = useState<ReadonlySet<CaseId>>(new Set())
  const [doing, setDoing] = useState<'urge' | 'reassign' | null>(null)
  const before = nearBefore(books.calendar, today)
  const { value } = useCache((cache) => readNear(cache, before), [before])
  // A cache that is being made shows cases as they were once: nobody is urged on account of that.
  const isMade = useCacheState().phase !== 'building'
  const all = useMemo(
    () => (isMade ? value : undefined)?.cases.flatMap((known) => nearCase(known, books, now) ?? []),
    [isMade, value, books, now],
  )
  const shown = useMemo(() => all?.filter((each) => isIn(each, cell, by)) ?? [], [all, cell, by])
  const nameOf = (key: string) =>
    by === 'person' ? key : (books.hall.windows.find(({ no }) => String(no) === key)?.name ?? inTimeWords.office)
  // What left the list meanwhile (it was done) is chosen no longer.
  const taken = shown.filter(({ kase }) => chosen.has(kase.id))
  const begin = (what: 'urge' | 'reassign') => {
    if (taken.length === 0) say(inTimeWords.noneYet, 'info')
    else setDoing(what)
  }
  useHotkey('F9', mayAct && doing === null ? () => begin('urge') : undefined)
  useHotkey('F7', mayAct && doing === null ? () => begin('reassign') : undefined)
  const filtered = cell.group !== undefined || cell.near !== undefined
  useHotkey('Esc', doing === null && filtered ? () => setCell({}) : undefined)
  const close = () => setDoing(null)
  return (
    <div className="page in-time">
      <div className="page-head">
        <h1>{inTimeWords.title}</h1>
        <Segmented<By>
          aria-label={inTimeWords.by}
          value={by}
          options={[
            { value: 'window', label: inTimeWords.byWindow },
            { value: 'person', label: inTimeWords.byPerson },
          ]}
          onChange={(next) => choose({ by: next === 'window' ? null : next, group: null, near: null })}
        />
      </div>
      <p className="page-about">{inTimeWords.about}</p>
      {all === undefined ? (
        <Spin description={inTimeWords.reading}>
          <div className="waiting-space" />
        </Spin>
      ) : all.length === 0 ? (
        <p role="status">{inTimeWords.none}</p>
      ) : (
        <>
          <NearCounts
            by={by}
            groups={groupNear(all, by, nameOf)}
            title={by === 'window' ? todayWords.byWindow : todayWords.byPerson}
            cell={cell}
            onChoose={setCell}
          />
          <div className="in-time-bar">
            {mayAct && (
              <>
                <Button type="primary" onClick={() => begin('urge')}>
                  {inTimeWords.urge} <kbd>F9</kbd>
                </Button>
                <Button onClick={() => begin('reassign')}>
                  {inTimeWords.reassign} <kbd>F7</kbd>
                </Button>
                <span role="status">{taken.length > 0 && inTimeWords.chosen(taken.length)}</span>
              </>
            )}
            {filtered && (
              <>
                <span>{inTimeWords.only(cellName(cell, nameOf))}</span>
                <Button type="link" onClick={() => setCell({})}>
                  {inTimeWords.showAll} <kbd>Esc</kbd>
                </Button>
              </>
            )}
          </div>
          {shown.length === 0 ? (
            <p>{inTimeWords.noneChosen}</p>
          ) : (
            <NearTable
              cases={shown}
              today={today}
              chosen={mayAct ? chosen : null}
              onChoose={(ids, on) => setChosen(withIds(chosen, ids, on))}
            />
          )}
          {value?.more === true && <p>{inTimeWords.more(value.cases.length)}</p>}
        </>
      )}
      <Told today={today} now={now} />
      {doing === 'urge' && (
        <UrgeDialog cases={taken} today={today} onClose={close} onDone={() => setChosen(new Set())} />
      )}
      {doing === 'reassign' && (
        <ReassignDialog cases={taken} today={today} onClose={close} onDone={() => setChosen(new Set())} />
      )}
    </div>
  )
}

function cellIn(said: URLSearchParams): Cell {
  const [group, near] = [said.get('group'), nearness.find((each) => each === said.get('near'))]
  return { ...(group === null ? {} : { group }), ...(near === undefined ? {} : { near }) }
}

function isIn(each: NearCase, { group, near }: Cell, by: By): boolean {
  return (group === undefined || groupOf(each, by) === group) && (near === undefined || each.near === near)
}

function cellName({ group, near }: Cell, nameOf: (key: string) => string): string {
  return [group === undefined ? [] : nameOf(group), near === undefined ? [] : nearNames[near]].flat().join(' · ')
}

function withIds(chosen: ReadonlySet<CaseId>, ids: readonly CaseId[], on: boolean): ReadonlySet<CaseId> {
  const next = new Set(chosen)
  for (const id of ids) on ? next.add(id) : next.delete(id)
  return next
}
