/** 明文查看: who opened whose personal data, when and why, by person, case and day; the unusual first. */
import { Button, Select, Spin } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { CLOSES_AT, MANY_A_DAY, OPENS_AT } from '../../../shared/audit/unusual.ts'
import { addDays, type Day, dayOf, daysBetween } from '../../../shared/calendar/day.ts'
import { type Instant, type PersonId, PrintedNumber } from '../../../shared/case/ids.ts'
import type { Openings as Found, OpeningLine, OpeningsAsked } from '../../../shared/contract/audits.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { machine } from '../../machine.ts'
import { type Heard, hear, isHeard } from '../../parts/hear.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { useStarts } from '../../parts/use-starts.ts'
import { usePublished } from '../../session/session.tsx'
import { DayBox } from '../../ui/fields/day-box.tsx'
import { TextBox } from '../../ui/fields/text-box.tsx'
import { readDay } from '../../ui/fields/typed-day.ts'
import { isComposing, useHotkey } from '../../ui/hotkeys.ts'
import { useNow } from '../../ui/use-now.ts'
import { auditWords, flagNames, openedWords, openingWords } from '../../words/audit.ts'
import { momentText } from '../../words/dates.ts'

const LONGEST_DAYS = 366
const DAYS_BACK = 7
/** Its place in the history. */
const OPENINGS = 'openings'

type Typed = { from: string; until: string; person: PersonId | null; number: string }

export function Openings(): ReactNode {
  const books = usePublished()
  const today = dayOf(useNow(60_000) as Instant)
  // What was asked stands in the address: whoever looks into a case comes back to it.
  const [address, setAddress] = useSearchParams()
  const [typed, setTyped] = useState<Typed>({
    from: address.get('from') ?? addDays(today, -DAYS_BACK),
    until: address.get('until') ?? today,
    person: address.get('person') as PersonId | null,
    number: address.get('number') ?? '',
  })
  const [wrong, setWrong] = useState(false)
  const [found, setFound] = useState<Heard<Found>>('asking')
  const [question, setQuestion] = useState<OpeningsAsked | null>(null)
  const asked = useRef(0)
  const [[before], setStarts] = useStarts<OpeningsAsked['before']>(OPENINGS)
  const tell = (of: OpeningsAsked) => {
    setFound('asking')
    setQuestion(of)
    asked.current += 1
    const mine = asked.current
    // An answer to what was asked before does not stand under what is asked now.
    void hear(machine['bureau.openings'](of)).then((answer) => mine === asked.current && setFound(answer))
  }
  /** `at`: the page that was looked at before a case was. */
  const ask = (at?: OpeningsAsked['before']) => {
    const [from, until] = [readDay(typed.from) as Day | undefined, readDay(typed.until) as Day | undefined]
    const isWrong = from === undefined || until === undefined || from > until || daysBetween(from, until) > LONGEST_DAYS
    setWrong(isWrong)
    if (isWrong) return
    const number = typed.number.trim() === '' ? null : typed.number.trim()
    // Only a case's own number: whatever else was typed there may be somebody's.
    const ofCase = PrintedNumber.safeParse(number?.replaceAll(' ', '')).data ?? null
    const named = Object.entries({ from, until, person: typed.person, number: ofCase })
    setAddress(Object.fromEntries(named.flatMap(([key, value]) => (value === null ? [] : [[key, value]]))), {
      replace: true,
      ...(at === undefined ? {} : { state: { list: OPENINGS, starts: [at] } }),
    })
    tell({ from, until, person: typed.person, number, ...(at === undefined ? {} : { before: at }) })
  }
  const turn = (of: OpeningsAsked) => {
    setStarts(of.before === undefined ? [] : [of.before])
    tell(of)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the last days, when it is opened
  useEffect(() => ask(before), [])
  useHotkey('F9', () => ask())
  const box = (name: 'from' | 'until' | 'number', label: string) => ({
    id: `openings-${name}`,
    label,
    value: typed[name],
    onChange: (next: unknown) => setTyped((now) => ({ ...now, [name]: String(next ?? '') })),
    onBlur: () => {},
    status: wrong && name !== 'number' ? ('error' as const) : ('' as const),
    describedBy: 'openings-wrong',
    required: false,
  })
  const enter = (event: KeyboardEvent) => {
    // In the list of people Enter chooses one first.
    const inBox = (event.target as HTMLElement).closest('button, .audit-person') === null
    if (event.key === 'Enter' && inBox && !isComposing(event.nativeEvent)) ask()
  }
  return (
    <>
      <p className="page-about">{openingWords.about}</p>
      <p className="page-about">{openingWords.rules(MANY_A_DAY, OPENS_AT, CLOSES_AT)}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in a box asks */}
      <div className="audit-bar" onKeyDown={enter}>
        <label htmlFor="openings-from">{openingWords.from}</label>
        <DayBox {...box('from', openingWords.from)} placeholder={openingWords.day} />
        <label htmlFor="openings-until">{openingWords.until}</label>
        <DayBox {...box('until', openingWords.until)} placeholder={openingWords.day} />
        <Select
          aria-label={openingWords.person}
          className="audit-person"
          value={typed.person ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: openingWords.anybody },
            ...books.published.people.map(({ id, name, badge }) => ({
              value: id as string,
              label: `${name}（${badge}）`,
            })),
          ]}
          onChange={(person) => setTyped({ ...typed, person: person === '' ? null : (person as PersonId) })}
        />
        <label htmlFor="openings-number">{openingWords.number}</label>
        <TextBox {...box('number', openingWords.number)} />
        <Button type="primary" onClick={() => ask()}>
          {openingWords.find} <kbd>F9</kbd>
        </Button>
      </div>
      <p id="openings-wrong" className="audit-wrong" role="alert">
        {wrong && openingWords.badDays}
      </p>
      {found === 'asking' && (
        <Spin description={auditWords.reading}>
          <div className="waiting-space" />
        </Spin>
      )}
      {found !== 'asking' && !isHeard(found) && (
        <NotHeard
          why={found}
          unreachable={openingWords.unreachable}
          onAgain={() => question !== null && tell(question)}
        />
      )}
      {isHeard(found) && question !== null && <Page found={found} question={question} today={today} onTell={turn} />}
    </>
  )
}

type PageProps = { found: Found; question: OpeningsAsked; today: Day; onTell: (of: OpeningsAsked) => void }

/** The next page is of what was asked, whatever is typed meanwhile. */
function Page({ found, question, today, onTell }: PageProps): ReactNode {
  const { before, ...first } = question
  const { more } = found
  return (
    <>
      <Lines found={found} paged={before !== undefined || more !== undefined} today={today} />
      <p className="audit-pages">
        {before !== undefined && <Button onClick={() => onTell(first)}>{openingWords.firstPage}</Button>}
        {more !== undefined && (
          <Button onClick={() => onTell({ ...first, before: more })}>{openingWords.earlier}</Button>
        )}
      </p>
    </>
  )
}

function Lines({ found, paged, today }: { found: Found; paged: boolean; today: Day }): ReactNode {
  const { hall, itemName } = usePublished()
  const { columns } = openingWords
  if (found.count === 0) return <p role="status">{openingWords.none}</p>
  const where = ({ window }: OpeningLine) => hall.windows.find(({ no }) => no === window)?.name ?? openingWords.office
  return (
    <>
      <p role="status">
        {openingWords.count(found.count, found.unusual)}
        {found.tooMany && openingWords.tooMany}
        {paged
          ? openingWords.onPage(found.lines.length)
          : found.count > found.lines.length && openingWords.listed(found.lines.length)}
      </p>
      <table className="audit-table" aria-label={auditWords.openings}>
        <thead>
          <tr>
            <th>{columns.flags}</th>
            <th>{columns.at}</th>
            <th>{columns.who}</th>
            <th>{columns.where}</th>
            <th>{columns.kase}</th>
            <th>{columns.item}</th>
            <th>{columns.what}</th>
            <th>{columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {found.lines.map((line) => (
            <tr key={`${line.at} ${line.case} ${line.person} ${line.what}`}>
              <td>
                {line.flags.map((flag) => (
                  <span key={flag} className="mark-urged audit-flag">
                    {flagNames[flag]}
                  </span>
                ))}
              </td>
              <td>{momentText(line.at, today)}</td>
              <td>{line.personName}</td>
              <td>{where(line)}</td>
              <td>
                {line.number === null ? (
                  openingWords.sealed
                ) : (
                  <Link to={`/case/${line.case}`} className="number">
                    {numberWords(line.number)}
                  </Link>
                )}
              </td>
              <td>{line.item === null ? '—' : itemName(line.item as Parameters<typeof itemName>[0])}</td>
              <td className="audit-what">{openedWords(line.what)}</td>
              <td>{line.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
