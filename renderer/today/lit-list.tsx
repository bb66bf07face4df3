/** The cases of a light, or of one window or person in it, page by page. */
import { Drawer, Spin } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import { caseLine } from '../parts/case-line.ts'
import { CaseTable } from '../parts/case-table.tsx'
import { CopyLink } from '../parts/copy-link.tsx'
import { PageTurn } from '../parts/page-turn.tsx'
import { useStarts } from '../parts/use-starts.ts'
import { usePublished } from '../session/session.tsx'
import { type Measures, readLightPage } from '../store/lights.ts'
import { useCache } from '../store/use-cache.ts'
import { useHotkey, useHotkeyBarrier } from '../ui/hotkeys.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { listWords } from '../words/lists.ts'
import type { LitAsked } from './asked.ts'

const PAGE = 50

type Props = {
  asked: LitAsked
  /** Null: all of it. */
  few: readonly CaseId[] | null
  title: string
  measures: Measures
  now: Instant
  link: string
  onClose: () => void
}

export function LitList({ asked, few, title, measures, now, link, onClose }: Props): ReactNode {
  const books = usePublished()
  const { today, calendar, lights } = measures
  const { light } = asked
  const [ends, setEnds] = useStarts<string>(JSON.stringify(asked))
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
    <Drawer open title={title} extra={<CopyLink at={link} />} size="92vw" keyboard={false} onClose={onClose}>
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
