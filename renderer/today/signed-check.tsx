/** Another window's evening check, to be read: both counts of each pile, the cases without a bag, the bags without a case, the word. */
import { Button, Spin } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseId, WindowNo } from '../../shared/case/ids.ts'
import { numberWords } from '../../shared/paper/say.ts'
import type { SignedCheck } from '../../shared/report/bags.ts'
import { isHeard } from '../parts/hear.ts'
import { NotHeard } from '../parts/not-heard.tsx'
import { usePublished } from '../session/session.tsx'
import { readNumbers } from '../store/day-check.ts'
import { useCache } from '../store/use-cache.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { momentText, shortDay } from '../words/dates.ts'
import { checkWords, windowCheckWords } from '../words/day-check.ts'
import { PileTable } from './bag-table.tsx'
import { useBureauChecks } from './use-window-checks.ts'

type Props = { day: Day; window: WindowNo; today: Day }

export function SignedCheckOf({ day, window, today }: Props): ReactNode {
  const navigate = useNavigate()
  const { heard, lost, again } = useBureauChecks(day)
  const { hall } = usePublished()
  useHotkey('Esc', () => void navigate(-1))
  const found = isHeard(heard) ? heard.find((each) => each.window === window) : undefined
  return (
    <div className="page day-check">
      <div className="page-head">
        <h1>
          {hall.windows.find(({ no }) => no === window)?.name ?? window} {windowCheckWords.one} {shortDay(day, today)}
        </h1>
        <Button autoFocus onClick={() => void navigate(-1)}>
          {checkWords.back} <kbd>Esc</kbd>
        </Button>
      </div>
      {heard === 'asking' && <Spin />}
      {lost !== null && <NotHeard why={lost} unreachable={windowCheckWords.unreachable} onAgain={() => void again()} />}
      {isHeard(heard) && found === undefined && <p>{windowCheckWords.states.due}</p>}
      {found !== undefined && <Signed signed={found} today={today} />}
    </div>
  )
}

function Signed({ signed, today }: { signed: SignedCheck; today: Day }): ReactNode {
  const { check, personName, at } = signed
  return (
    <>
      <p className="day-check-intro">{checkWords.signedBy(personName, momentText(at, today))}</p>
      <PileTable
        program={(pile) => check.piles[pile].program}
        bags={(pile) => check.piles[pile].bags}
        cell={(pile) => check.piles[pile].bags}
      />
      {check.remark !== null && (
        <p>
          {checkWords.remark}：{check.remark}
        </p>
      )}
      {check.missing.length > 0 && <Missing cases={check.missing} />}
      {check.stray.length > 0 && (
        <section className="bag-finder">
          <h2>{checkWords.strays}</h2>
          <ul className="bag-strays">
            {check.stray.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** The cases whose bag was not seen; each opens. */
function Missing({ cases }: { cases: readonly CaseId[] }): ReactNode {
  const { value: numbers } = useCache((cache) => readNumbers(cache, cases), [cases.join(' ')])
  return (
    <section className="bag-finder">
      <h2>{windowCheckWords.missing}</h2>
      <ul className="bag-strays">
        {cases.map((id) => {
          const number = numbers?.get(id)
          return (
            <li key={id}>
              <Link to={`/case/${id}`}>{number === undefined ? windowCheckWords.elsewhere : numberWords(number)}</Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
