/** The cases of a light, or of one window or person in it, page by page. */
import { Drawer, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import { caseLine } from '../parts/case-line.ts'
import { CaseTable } from '../parts/case-table.tsx'
import { PageTurn } from '../parts/page-turn.tsx'
import { usePublished } from '../session/session.tsx'
import { type Light, type Measures, readLightPage } from '../store/lights.ts'
import { useCache } from '../store/use-cache.ts'
import { useHotkey, useHotkeyBarrier } from '../ui/hotkeys.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { listWords } from '../words/lists.ts'

const PAGE = 50

type Props = {
  light: Light
  /** Null: all of it. */
  few: readonly CaseId[] | null
  title: string
  measures: Measures
  now: Instant
  onClose: () => void
}

export function LitList({ light, few, title, measures, now, onClose }: Props): ReactNode {
  const books = usePublished()
  const { today, calendar, lights } = measures
  const [ends, setEnds] = useState<string[]>([])
  const after = ends.at(-1)
  const { value } = useCache(
    (cache) => readLightPage(cache, light, measures, { after, limit: PAGE, few }),
    [light, few, today, calendar, lights, after],
  )
  const navigate = useNavigate()
  useFocusBack()
  useHotkeyBarrier(true)
  useHotkey('Esc', onClose)
  useHotkey('Ctrl+F', () => void navigate('/search', { state: { at: Date.now() } }))
  const next = value?.next
  return (
    <Drawer open title={title} size="92vw" keyboard={false} onClose={onClose}>
      {value === undefined ? (
        <Spin description={listWords.reading}>
          <div className="waiting-space" />
        </Spin>
      ) : (
        <CaseTable
          lines={value.cases.map((known) => caseLine(known, books, now))}
          today={today}
          label={title}
          withTurn
        />
      )}
      <PageTurn
        pageNo={ends.length + 1}
        next={next === undefined ? undefined : () => setEnds([...ends, next])}
        previous={ends.length > 0 ? () => setEnds(ends.slice(0, -1)) : undefined}
      />
    </Drawer>
  )
}
