/** What the person applied for before, and the reason for taking the same item once more. */
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import { numberWords } from '../../shared/paper/say.ts'
import type { CaseSummary } from '../store/find.ts'
import { railWords } from '../words/intake.ts'
import { standText } from '../words/statuses.ts'
import type { IntakeInHand } from './use-intake.ts'

const SHOWN = 4

type Props = { intake: IntakeInHand; earlier: readonly CaseSummary[]; again: readonly CaseSummary[] }

export function EarlierCases({ intake, earlier, again }: Props): ReactNode {
  const { form, changeBeside } = intake
  return (
    <section className="rail-part">
      {earlier.length === 0 ? <p>{railWords.noneEarlier}</p> : <h3>{railWords.earlier(earlier.length)}</h3>}
      <ul className="earlier">
        {[...again, ...earlier.filter((kase) => !again.includes(kase))].slice(0, SHOWN).map((kase) => (
          <li key={kase.id} className={again.includes(kase) ? 'earlier-same' : ''}>
            <span>{kase.itemName}</span>
            <span className="earlier-when">
              {dayOf(kase.receivedAt)} {standText(kase)}{' '}
              <Link to={`/case/${kase.id}`} tabIndex={-1}>
                {numberWords(kase.number)}
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {again.length > 0 && (
        <div className="again" data-field="again">
          <p>{railWords.again}</p>
          <Input
            id="again-because"
            value={form.againBecause}
            status={form.againBecause.trim() === '' ? 'warning' : ''}
            placeholder={railWords.againBecause}
            aria-label={railWords.againBecause}
            maxLength={200}
            onChange={(event) => changeBeside({ againBecause: event.target.value })}
          />
        </div>
      )}
    </section>
  )
}
