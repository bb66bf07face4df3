/** 在办 by what its clock says, and whose it is; each number opens its cases, and what stands says what it waits for. */
import { type ReactNode, useMemo, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import { mayOpen } from '../../shared/contract/pages.ts'
import type { Whose } from '../parts/whose-case.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { countLights, type Light, lights, readLit } from '../store/lights.ts'
import { useCache } from '../store/use-cache.ts'
import { areaWords } from '../words/supervise.ts'
import { lightWords } from '../words/today.ts'
import { LitList } from './lit-list.tsx'
import { groupPressing, waitsFor } from './pressing.ts'
import { PressingTable } from './pressing-table.tsx'

const ways: readonly Whose[] = ['person', 'window']

export function Lights({ today, now }: { today: Day; now: Instant }): ReactNode {
  const books = usePublished()
  const { capacities } = useSession()
  const { calendar, hall } = books
  const measures = { today, calendar, lights: hall.lights }
  const [opened, setOpened] = useState<{ light: Light; few: readonly CaseId[] | null; title: string } | null>(null)
  const { value: counts } = useCache((cache) => countLights(cache, measures), [today, calendar, hall])
  const { value: lit = [] } = useCache((cache) => readLit(cache, measures), [today, calendar, hall])
  const groups = useMemo(
    () => ways.map((by) => ({ by, groups: groupPressing(lit, by, books, now) })),
    [lit, books, now],
  )
  if (counts === undefined) return null
  const waits = waitsFor(
    lit.flatMap(({ light, kase }) => (light === 'standing' ? [kase] : [])),
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
          onClick={() => setOpened({ light, few: null, title: lightWords.names[light] })}
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
            onOpen={(light, few, name) => setOpened({ light, few, title: `${name} · ${lightWords.names[light]}` })}
          />
        ))}
      </div>
      {opened !== null && <LitList {...opened} measures={measures} now={now} onClose={() => setOpened(null)} />}
    </section>
  )
}
