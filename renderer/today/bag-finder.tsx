/** 找差的件: bag by bag is scanned; what is left is the case without a bag, and what does not fit says where it belongs. */

import { Button, Checkbox, Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import { shownApplicant } from '../../shared/case/applicant.ts'
import type { CaseId, WindowNo } from '../../shared/case/ids.ts'
import { type DeskNumber, formatNumber } from '../../shared/number/desk-number.ts'
import { usePublished } from '../session/session.tsx'
import type { PiledCase } from '../store/day-check.ts'
import { isComposing } from '../ui/hotkeys.ts'
import { checkWords, pileNames } from '../words/day-check.ts'
import { listWords } from '../words/lists.ts'
import { type Counting, scan } from './bags.ts'
import { Unfinished } from './unfinished.tsx'
import { whereItBelongs } from './where-it-belongs.ts'

type Props = {
  day: Day
  window: WindowNo
  today: Day
  /** Every case of the day at this window, and those of the piles that differ. */
  listed: readonly PiledCase[]
  shown: readonly PiledCase[]
  counting: Counting
  onChange: (part: Partial<Counting>) => void
}

export function BagFinder({ day, window, today, listed, shown, counting, onChange }: Props): ReactNode {
  const { itemOf } = usePublished()
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState('')
  const { seen, stray } = counting
  const see = (id: CaseId, now: boolean) => onChange({ seen: now ? [...seen, id] : seen.filter((each) => each !== id) })
  const press = async (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
    event.preventDefault()
    event.stopPropagation()
    const found = scan(text, shown, seen)
    if (found === undefined) return
    setText('')
    if (found.is === 'several') return setAnswer(checkWords.several(text.trim()))
    if (found.is === 'elsewhere') {
      const { digits } = found
      const says = await whereItBelongs(digits, { day, window, today, listed })
      if (!stray.some((each) => each.digits === digits)) onChange({ stray: [...stray, { digits, says }] })
      return setAnswer(says)
    }
    const number = formatNumber(found.of.number as unknown as DeskNumber)
    setAnswer(found.is === 'again' ? checkWords.again(number) : checkWords.found(number))
    if (found.is === 'here') see(found.of.id, true)
  }
  return (
    <section className="bag-finder" aria-label={checkWords.find}>
      <h2>{checkWords.find}</h2>
      <p className="day-check-intro">{checkWords.findHint}</p>
      <div className="bag-finder-box">
        <Input
          value={text}
          maxLength={40}
          autoComplete="off"
          aria-label={checkWords.box}
          placeholder={checkWords.boxHint}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => void press(event)}
        />
        <span role="status">{answer}</span>
      </div>
      {shown.length === 0 ? (
        <p>{checkWords.none}</p>
      ) : (
        <table className="figures bag-cases">
          <thead>
            <tr>
              <th>{checkWords.seen}</th>
              <th>{listWords.number}</th>
              <th>{listWords.item}</th>
              <th>{listWords.applicant}</th>
              <th>{checkWords.which}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, number, in: inPiles, kase }) => (
              <tr key={id} className={seen.includes(id) ? 'bag-seen' : undefined}>
                <td>
                  <Checkbox
                    checked={seen.includes(id)}
                    aria-label={`${checkWords.seen} ${formatNumber(number as unknown as DeskNumber)}`}
                    onChange={(event) => see(id, event.target.checked)}
                  />
                </td>
                <td>
                  <Link to={`/case/${id}`} className="number">
                    {formatNumber(number as unknown as DeskNumber)}
                  </Link>
                </td>
                <td>{itemOf(kase.item, kase.editions.catalogue)?.name ?? kase.item}</td>
                <td>{shownApplicant(kase, itemOf(kase.item, kase.editions.catalogue))}</td>
                <td>{inPiles.map((pile) => pileNames[pile]).join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {stray.length > 0 && (
        <>
          <h3>{checkWords.strays}</h3>
          <ul className="bag-strays">
            {stray.map((each) => (
              <li key={each.digits}>
                {each.says}{' '}
                <Button size="small" onClick={() => onChange({ stray: stray.filter((other) => other !== each) })}>
                  {checkWords.remove}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Unfinished />
    </section>
  )
}
