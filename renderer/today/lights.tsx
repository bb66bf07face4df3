/** 在办 by what its clock says; each number opens its cases, and what stands says which paper it waits for. */
import { Drawer, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Instant } from '../../shared/case/ids.ts'
import { caseLine } from '../parts/case-line.ts'
import { CaseTable } from '../parts/case-table.tsx'
import { type PublishedBooks, usePublished } from '../session/session.tsx'
import { countLights, type Light, lights, readLight } from '../store/lights.ts'
import { useCache } from '../store/use-cache.ts'
import { useHotkey, useHotkeyBarrier } from '../ui/hotkeys.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { listWords } from '../words/lists.ts'
import { lightWords } from '../words/today.ts'

/** As many as somebody looks through. */
const MOST = 200

export function Lights({ today, now }: { today: Day; now: Instant }): ReactNode {
  const books = usePublished()
  const { calendar, hall } = books
  const measures = { today, calendar, lights: hall.lights }
  const [opened, setOpened] = useState<Light | null>(null)
  const { value: counts } = useCache((cache) => countLights(cache, measures), [today, calendar, hall])
  const { value: standing } = useCache((cache) => readLight(cache, 'standing', measures, MOST), [today, calendar, hall])
  if (counts === undefined) return null
  const waits = waitsFor(standing?.map(({ kase }) => kase) ?? [], books)
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
          onClick={() => setOpened(light)}
        >
          {lightWords.names[light]} <strong>{counts[light]}</strong>
        </button>
      ))}
      {waits.length > 0 && (
        <span className="lights-waits">{lightWords.waitsFor(waits, counts.standing > MOST ? MOST : null)}</span>
      )}
      {opened !== null && <Listed light={opened} today={today} now={now} onClose={() => setOpened(null)} />}
    </section>
  )
}

type ListedProps = { light: Light; today: Day; now: Instant; onClose: () => void }

function Listed({ light, today, now, onClose }: ListedProps): ReactNode {
  const books = usePublished()
  const { calendar, hall } = books
  const measures = { today, calendar, lights: hall.lights }
  const { value } = useCache((cache) => readLight(cache, light, measures, MOST), [light, today, calendar, hall])
  const navigate = useNavigate()
  useFocusBack()
  useHotkeyBarrier(true)
  useHotkey('Esc', onClose)
  useHotkey('Ctrl+F', () => void navigate('/search', { state: { at: Date.now() } }))
  const title = lightWords.names[light]
  return (
    <Drawer open title={title} size="92vw" keyboard={false} onClose={onClose}>
      {value === undefined ? (
        <Spin description={listWords.reading}>
          <div className="waiting-space" />
        </Spin>
      ) : (
        <>
          <CaseTable lines={value.map((known) => caseLine(known, books, now))} today={today} label={title} withTurn />
          {value.length >= MOST && <p>{lightWords.onlyFirst(MOST)}</p>}
        </>
      )}
    </Drawer>
  )
}

/** How many wait for each paper, the most first. */
function waitsFor(kases: readonly Case[], { itemOf }: PublishedBooks): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { item, editions, pauses } of kases) {
    const key = pauses.at(-1)?.suspension
    if (key === undefined) continue
    const known = itemOf(item, editions.catalogue)?.suspensions.find((each) => each.key === key)
    const name = known?.paper ?? known?.name ?? key
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count)
}
