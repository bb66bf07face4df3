/** 今日必看: the day's numbers over the list of what waits; each opens its cases in the same list. */
import type { KeyboardEvent, ReactNode } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { WindowNo } from '../../shared/case/ids.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { countStretch, type MorningList, morningLists, stretchOf } from '../store/morning.ts'
import type { QueueFilter } from '../store/queue-keys.ts'
import { useCache } from '../store/use-cache.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { morningHints, morningNames, morningWords } from '../words/morning.ts'

type Props = {
  today: Day
  filter: QueueFilter
  chosen: string
  /** `window`: only what this window received. */
  onChoose: (list: MorningList, window: WindowNo | null) => void
}

export function Morning({ today, filter, chosen, onChoose }: Props): ReactNode {
  const { calendar, hall } = usePublished()
  const { window } = useSession()
  const own = filter.window === null ? window : null
  const { value } = useCache(
    (cache) =>
      Promise.all(
        morningLists.map(async (list) => {
          const stretch = stretchOf(list, { today, calendar, lights: hall.lights })
          const [all, mine] = await Promise.all([
            countStretch(cache, stretch, filter),
            own === null ? 0 : countStretch(cache, stretch, { ...filter, window: own }),
          ])
          return { all, mine }
        }),
      ),
    [today, calendar, hall, own, filter.item, filter.window],
  )
  return (
    <section className="morning" aria-label={morningWords.title} onKeyDown={walk}>
      <h2>{morningWords.title}</h2>
      {morningLists.map((list, at) => (
        <Tile
          key={list}
          list={list}
          no={at + 1}
          all={value?.[at]?.all}
          own={own === null ? null : { window: own, count: value?.[at]?.mine ?? 0 }}
          chosen={chosen === list}
          onChoose={onChoose}
        />
      ))}
    </section>
  )
}

type TileProps = {
  list: MorningList
  no: number
  all: number | undefined
  own: { window: WindowNo; count: number } | null
  chosen: boolean
  onChoose: Props['onChoose']
}

function Tile({ list, no, all, own, chosen, onChoose }: TileProps): ReactNode {
  const nothing = (all ?? 0) === 0 && !chosen
  useHotkey(`Alt+${no}` as 'Alt+1', () => onChoose(list, null))
  return (
    <div className={`morning-tile morning-${list}${nothing ? ' morning-nothing' : ''}`} title={morningHints[list]}>
      <button
        type="button"
        className="morning-all"
        aria-pressed={chosen}
        disabled={nothing}
        onClick={() => onChoose(list, null)}
      >
        <span>{morningNames[list]}</span>
        <strong>{all ?? '—'}</strong>
        <kbd>{morningWords.key(no)}</kbd>
      </button>
      {own !== null && own.count > 0 && own.count < (all ?? 0) && (
        <button type="button" className="morning-own" onClick={() => onChoose(list, own.window)}>
          {morningWords.own(own.window, own.count)}
        </button>
      )}
    </div>
  )
}

/** Left and right walk along the numbers. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (by === 0) return
  const numbers = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:enabled')]
  const at = numbers.indexOf(document.activeElement as HTMLButtonElement)
  if (at === -1) return
  event.preventDefault()
  numbers[at + by]?.focus()
}
