/** The cases behind a figure. */
import { Drawer, Spin } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Figure } from '../../shared/report/figures.ts'
import { caseLine } from '../parts/case-line.ts'
import { CaseTable } from '../parts/case-table.tsx'
import { CopyLink } from '../parts/copy-link.tsx'
import { usePublished } from '../session/session.tsx'
import { readBehind, type Slice } from '../store/day-figures.ts'
import { useCache } from '../store/use-cache.ts'
import { useHotkey, useHotkeyBarrier } from '../ui/hotkeys.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { listWords } from '../words/lists.ts'
import { todayWords } from '../words/today.ts'

type Props = {
  day: Day
  figure: Figure
  slice: Slice
  title: string
  link: string
  now: Instant
  today: Day
  onClose: () => void
}

export function Behind({ day, figure, slice, title, link, now, today, onClose }: Props): ReactNode {
  const books = usePublished()
  const { value } = useCache((cache) => readBehind(cache, day, figure, slice), [day, figure, JSON.stringify(slice)])
  const navigate = useNavigate()
  useFocusBack()
  useHotkeyBarrier(true)
  useHotkey('Esc', onClose)
  useHotkey('Ctrl+F', () => void navigate('/search', { state: { at: Date.now() } }))
  return (
    <Drawer open title={title} extra={<CopyLink at={link} />} size="92vw" keyboard={false} onClose={onClose}>
      {value === undefined ? (
        <Spin description={listWords.reading}>
          <div className="waiting-space" />
        </Spin>
      ) : (
        <>
          <CaseTable
            lines={value.cases.map((known) => caseLine(known, books, now))}
            today={today}
            label={title}
            withTurn={false}
          />
          {value.gone > 0 && <p>{todayWords.gone(value.gone)}</p>}
        </>
      )}
    </Drawer>
  )
}
