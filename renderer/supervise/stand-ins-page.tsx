/** 代岗: a supervisor or chief lets somebody act in the place of somebody away, sees who does, and ends it early. */
import { Button, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import type { StandIn } from '../../shared/people/stand-in.ts'
import { isHeard } from '../parts/hear.ts'
import { NotHeard } from '../parts/not-heard.tsx'
import { useNow } from '../ui/use-now.ts'
import { standInWords } from '../words/stand-ins.ts'
import { todayWords } from '../words/today.ts'
import { EndDialog } from './end-dialog.tsx'
import { StandInForm } from './stand-in-form.tsx'
import { StandInTable } from './stand-in-table.tsx'
import { useStandIns } from './use-stand-ins.ts'
import '../parts/parts.css'
import './supervise.css'

export function StandInsPage(): ReactNode {
  const today = dayOf(useNow(60_000))
  const { heard, lost, again: ask } = useStandIns()
  const [ending, setEnding] = useState<StandIn | null>(null)
  const known = isHeard(heard) ? heard : null
  const isOver = ({ from, until }: StandIn) => until < today || until < from
  const all = known?.standIns ?? []
  const over = all.filter(isOver)
  return (
    <div className="page stand-ins">
      <div className="page-head">
        <h1>{standInWords.title}</h1>
        <Button onClick={() => void ask()}>{todayWords.refresh}</Button>
      </div>
      <p className="page-about">{standInWords.about}</p>
      <StandInForm today={today} known={known} lost={lost} onNamed={ask} />
      <section aria-label={standInWords.now}>
        <h2>{standInWords.now}</h2>
        {heard === 'asking' && <Spin description={standInWords.reading} />}
        {lost !== null && <NotHeard why={lost} unreachable={standInWords.unread} onAgain={() => void ask()} />}
        {known !== null && (
          <StandInTable standIns={all.filter((each) => !isOver(each))} today={today} onEnd={setEnding} />
        )}
      </section>
      {over.length > 0 && (
        <section aria-label={standInWords.past}>
          <h2>{standInWords.past}</h2>
          <StandInTable standIns={over} today={today} onEnd={setEnding} />
        </section>
      )}
      {ending !== null && (
        <EndDialog
          standIn={ending}
          today={today}
          onClose={() => setEnding(null)}
          onEnded={() => {
            setEnding(null)
            void ask()
          }}
        />
      )}
    </div>
  )
}
