/** 在办 by what its clock says, and whose it is; each number opens its cases, and what stands says what it waits for. */
import { type ReactNode, useMemo } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import { mayOpen } from '../../shared/contract/pages.ts'
import type { Whose } from '../parts/whose-case.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { countLights, lights, readLit } from '../store/lights.ts'
import { useCache } from '../store/use-cache.ts'
import { areaWords } from '../words/supervise.ts'
import { lightWords } from '../words/today.ts'
import { type LitAsked, ways } from './asked.ts'
import { LitList } from './lit-list.tsx'
import { type Group, groupName, groupPressing, type Pressing, waitsFor } from './pressing.ts'
import { PressingTable } from './pressing-table.tsx'

type Props = {
  today: Day
  now: Instant
  /** The list that is open. */
  asked: LitAsked | null
  link: string
  onOpen: (asked: LitAsked | null) => void
}

export function Lights({ today, now, asked, link, onOpen }: Props): ReactNode {
  const books = usePublished()
  const { capacities } = useSession()
  const { calendar, hall } = books
  const measures = { today, calendar, lights: hall.lights }
  const { value: counts } = useCache((cache) => countLights(cache, measures), [today, calendar, hall])
  const { value: lit } = useCache((cache) => readLit(cache, measures), [today, calendar, hall])
  const groups = useMemo(
    () => ways.map((by) => ({ by, groups: groupPressing(lit ?? [], by, books, now) })),
    [lit, books, now],
  )
  if (counts === undefined) return null
  const waits = waitsFor(
    (lit ?? []).flatMap(({ light, kase }) => (light === 'standing' ? [kase] : [])),
    books,
  )
  const inTime = mayOpen('/supervise/in-time', capacities) ? areaWords.inTime : null
  return (
    <section className="lights" aria-label={lightWords.title}>
      <h2>{lightWords.title}</h2>
      {lights.map((light) => (
        <button
          key={light}
          type="button"
          className={`light light-${light}`}
          title={lightWords.hints[light](hall.lights)}
          disabled={counts[light] === 0}
          onClick={() => onOpen({ light, of: null })}
        >
          {lightWords.names[light]} <strong>{counts[light]}</strong>
        </button>
      ))}
      {waits.length > 0 && <span className="lights-waits">{lightWords.waitsFor(waits)}</span>}
      <div className="pressing">
        {groups.map((each) => (
          <PressingTable
            key={each.by}
            {...each}
            inTime={inTime}
            onOpen={(light, group) => onOpen({ light, of: { by: each.by, group } })}
          />
        ))}
      </div>
      {asked !== null && (asked.of === null || lit !== undefined) && (
        <LitList
          asked={asked}
          few={asked.of && fewOf(asked.light, asked.of, groups)}
          title={[
            ...(asked.of === null ? [] : [groupName(asked.of.by, asked.of.group, hall)]),
            lightWords.names[asked.light],
          ].join(' · ')}
          {...{ measures, now, link }}
          onClose={() => onOpen(null)}
        />
      )}
    </section>
  )
}

/** A group that has gone meanwhile has none. */
function fewOf(
  light: LitAsked['light'],
  { by, group }: NonNullable<LitAsked['of']>,
  all: readonly { by: Whose; groups: readonly Group[] }[],
): readonly CaseId[] {
  const cases = all.find((each) => each.by === by)?.groups.find(({ key }) => key === group)?.cases
  return cases?.[light as Pressing] ?? []
}
