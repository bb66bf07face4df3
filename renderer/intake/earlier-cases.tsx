/** What the person applied for before, what of it stands in this application's way, and the reason for taking it all the same. */
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { usePublished } from '../session/session.tsx'
import type { CaseSummary } from '../store/find.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { railWords } from '../words/intake.ts'
import { standText } from '../words/statuses.ts'
import type { Beside } from './earlier.ts'
import type { IntakeInHand } from './use-intake.ts'

const SHOWN = 4
const KEYS = ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4'] as const

type Props = { intake: IntakeInHand; earlier: readonly CaseSummary[]; beside: readonly Beside[] }

export function EarlierCases({ intake, earlier, beside }: Props): ReactNode {
  const { form, changeBeside } = intake
  const { itemOf } = usePublished()
  const flagged = new Set(beside.map(({ kase }) => kase.id))
  const rest = earlier.filter(({ id }) => !flagged.has(id))
  const shown = [...beside, ...rest.map((kase) => ({ kase, says: '', needsReason: false, bars: false }))].slice(
    0,
    SHOWN,
  )
  return (
    <section className="rail-part">
      {shown.length === 0 ? <p>{railWords.noneEarlier}</p> : <h3>{railWords.earlier(beside.length + rest.length)}</h3>}
      <ul className="earlier">
        {shown.map(({ kase, says, needsReason }, index) => (
          <li key={kase.id} className={needsReason ? 'earlier-same' : ''}>
            <span>{kase.itemName}</span>
            <span className="earlier-when">
              {dayOf(kase.receivedAt)} {standText(kase, itemOf(kase.item))}{' '}
              <Link to={`/case/${kase.id}`} tabIndex={-1}>
                {numberWords(kase.number)} <kbd>{KEYS[index]}</kbd>
              </Link>
            </span>
            {says !== '' && <span className="earlier-says">{says}</span>}
            <OpenByKey name={KEYS[index]!} to={`/case/${kase.id}`} />
          </li>
        ))}
      </ul>
      {beside.some(({ needsReason }) => needsReason) && (
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

/** The form stays as a draft; Esc on the case comes back to it. */
function OpenByKey({ name, to }: { name: (typeof KEYS)[number]; to: string }): null {
  const navigate = useNavigate()
  useHotkey(name, () => void navigate(to))
  return null
}
