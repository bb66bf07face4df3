/** A page of the hall that is looked at. Of another than this terminal's own it begins with that in a sentence; where it is not told, it
 *  says why, and shows no number of any. */
import { Alert, Button, Spin } from 'antd'
import type { ReactNode } from 'react'
import { LookedAtProvider } from '../../parts/looked-at.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { PublishedProvider, usePublished } from '../../session/session.tsx'
import { hallWords } from '../../words/halls.ts'
import { heardWords } from '../../words/heard.ts'
import type { Looking } from './use-looked-at.ts'

export function OfHall({ looking, children }: { looking: Looking; children: ReactNode }): ReactNode {
  const books = usePublished()
  const { of, isOther, why, halls, choose, again } = looking
  const goBack = () => {
    choose(books.hall.id)
    // The button goes with the other hall: the keyboard stays with the choice, or where there is none, with the area.
    const stays = document.getElementById('hall-choice') ?? document.querySelector('.area-links [aria-current]')
    if (stays instanceof HTMLElement) stays.focus()
  }
  const back = (
    <Button className="print-never" onClick={goBack}>
      {hallWords.back}
    </Button>
  )
  if (why === 'asking') return <Spin className="area-waiting" description={hallWords.asking} />
  if (of === null)
    return (
      <div className="page hall-untold">
        {why === 'notGranted' || why === null ? (
          <Alert
            type="warning"
            showIcon
            role="status"
            title={hallWords.notGranted}
            action={<Button onClick={() => void again()}>{heardWords.again}</Button>}
          />
        ) : (
          <NotHeard why={why} unreachable={hallWords.unreachable} onAgain={() => void again()} />
        )}
        {back}
      </div>
    )
  return (
    <LookedAtProvider value={{ other: isOther ? of : null, named: halls.length > 1 ? of.id : null }}>
      <PublishedProvider value={isOther ? { ...books, hall: of } : books}>
        {isOther && (
          <div className="hall-looking print-never">
            <p role="status">{hallWords.looking(of.name)}</p>
            {back}
          </div>
        )}
        {/* Nothing of one hall stays when another is looked at. */}
        <div key={of.id}>{children}</div>
      </PublishedProvider>
    </LookedAtProvider>
  )
}
