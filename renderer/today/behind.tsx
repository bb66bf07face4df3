/** The cases behind a figure of the day. */
import { Drawer, Spin } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Only } from '../../shared/contract/figures.ts'
import type { Figure } from '../../shared/report/figures.ts'
import { CopyLink } from '../parts/copy-link.tsx'
import { FigureCasesDrawer } from '../parts/figure-cases.tsx'
import { KnownCases } from '../parts/known-cases.tsx'
import { readBehind, type Slice } from '../store/day-figures.ts'
import { useCache } from '../store/use-cache.ts'
import { useHotkey, useHotkeyBarrier } from '../ui/hotkeys.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { listWords } from '../words/lists.ts'
import { todayWords } from '../words/today.ts'

type ListProps = { day: Day; figure: Figure; slice: Slice; title: string; now: Instant; today: Day }
type Props = ListProps & { link: string; onClose: () => void }

/** As this terminal counts them. */
export function Behind({ link, onClose, ...list }: Props): ReactNode {
  const navigate = useNavigate()
  useFocusBack()
  useHotkeyBarrier(true)
  useHotkey('Esc', onClose)
  useHotkey('Ctrl+F', () => void navigate('/search', { state: { at: Date.now() } }))
  return (
    <Drawer open title={list.title} extra={<CopyLink at={link} />} size="92vw" keyboard={false} onClose={onClose}>
      <Listed {...list} />
    </Drawer>
  )
}

/** As the bureau counts them: it may have what this terminal has not fetched yet. `here`: it cannot be reached, and what was fetched
 *  last is listed. */
export function BehindAtBureau({ link, here, onClose, ...list }: Props & { here: boolean }): ReactNode {
  const { day, figure, slice, title, today } = list
  const { standing: _, ...only } = slice
  return (
    <FigureCasesDrawer
      {...{ figure, title, link, today, here, onClose }}
      period={{ from: day, to: day }}
      only={only as Only}
      sealedText={todayWords.sealedList}
      ownList={
        <>
          <p role="status">{todayWords.lastList}</p>
          <Listed {...list} />
        </>
      }
    />
  )
}

function Listed({ day, figure, slice, title, now, today }: ListProps): ReactNode {
  const { value } = useCache((cache) => readBehind(cache, day, figure, slice), [day, figure, JSON.stringify(slice)])
  if (value === undefined)
    return (
      <Spin description={listWords.reading}>
        <div className="waiting-space" />
      </Spin>
    )
  return <KnownCases found={value} label={title} today={today} now={now} />
}
