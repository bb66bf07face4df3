/** One person's plan: the lines of the cases, what they added themselves, and a remark. */
import { Button, Input, Tooltip } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { PersonId } from '../../../shared/case/ids.ts'
import type { OwnPlan, ShownLine, WeekAnswer } from '../../../shared/contract/plans.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { figureReaders } from '../../../shared/people/whose-figures.ts'
import type { OwnLine } from '../../../shared/report/plan-entry.ts'
import { countedAs, type ResultCounts } from '../../../shared/report/week-result.ts'
import { figureTo } from '../../parts/figure-link.ts'
import { useSaid } from '../../parts/use-said.ts'
import { usePublished, useSession } from '../../session/session.tsx'
import { isComposing } from '../../ui/hotkeys.ts'
import { listDay } from '../../words/dates.ts'
import { dutyWords, planWords, whyWords } from '../../words/plans.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { sayInPlan } from './use-week.ts'
import { WeekCounts } from './week-counts.tsx'
import { stateText } from './week-text.ts'

type Shown = Pick<WeekAnswer, 'lines' | 'own' | 'decided'>
type Props = {
  /** Empty: nobody has these. */
  id: string
  known: WeekAnswer
  shown: Shown
  writes: boolean
  named: boolean
  onSaid: () => Promise<void>
}

export function WeekOf({ id, known, shown, writes, named, onSaid }: Props): ReactNode {
  const books = usePublished()
  const [asked, setAsked] = useState<ShownLine | null>(null)
  const [said, choose] = useSaid()
  const { today, week } = known
  const lines = shown.lines.filter((line) => (line.person ?? '') === id)
  // One count of one person is pressed at a time; one that has come to nothing meanwhile narrows nothing.
  const whose = id === '' ? '-' : id
  const pressed = said.get('of') === whose ? said.get('count') : null
  const counted = lines.filter((line) => countedAs(line).some((count) => count === pressed))
  const listed = counted.length === 0 ? lines : counted
  const press = (count: keyof ResultCounts) => {
    const all = count === 'due'
    choose({ count: all ? null : count, of: all ? null : whose })
  }
  const own = shown.own.find(({ person }) => person === id)
  const { columns } = planWords
  const { capacities } = useSession()
  const leads = (shown.decided[id] ?? 0) > 0 && capacities.some(({ role }) => figureReaders.includes(role))
  const decided = planWords.decided(shown.decided[id] ?? 0)
  const decidedTo = figureTo('decided', { from: week.from, to: week.to }, { person: id as PersonId })
  return (
    <section className="plans-person" aria-label={id === '' ? planWords.nobody : books.nameOf(id)}>
      <h3>
        {named && <span>{id === '' ? planWords.nobody : books.nameOf(id)}</span>}
        <WeekCounts lines={lines} pressed={counted.length === 0 ? null : pressed} onPress={press} />
        {id !== '' && (
          <Tooltip title={planWords.decidedHint}>
            <small>{leads ? <Link to={decidedTo}>{decided}</Link> : decided}</small>
          </Tooltip>
        )}
      </h3>
      {lines.length === 0 ? (
        <p className="plans-none">{planWords.noLines}</p>
      ) : (
        <table className="plans-table plans-lines">
          <thead>
            <tr>
              <th className="plans-col-number">{columns.number}</th>
              <th>{columns.item}</th>
              <th className="plans-col-who">{columns.who}</th>
              <th className="plans-col-duty">{columns.duty}</th>
              <th className="plans-col-due">{columns.due}</th>
              <th className="plans-col-why">{columns.why}</th>
              <th className="plans-col-result">{columns.result}</th>
              {writes && <th className="plans-col-act">{columns.act}</th>}
            </tr>
          </thead>
          <tbody>
            {listed.map((line) => (
              <tr key={line.case} className={`plans-${line.state.state}`}>
                <td>
                  <Link to={`/case/${line.case}`}>{numberWords(line.number)}</Link>
                </td>
                <td>{books.itemName(line.item)}</td>
                <td>{line.applicant}</td>
                <td>{dutyWords[line.duty]}</td>
                <td>{line.due === null ? planWords.noDay : listDay(line.due, today)}</td>
                <td>{whyWords[line.added ? 'added' : line.why]}</td>
                <td className={countedAs(line).includes('unsaid') ? 'plans-unsaid' : undefined}>
                  {stateText(line, today, books)}
                </td>
                {writes && (
                  <td>
                    {line.state.state === 'open' && (
                      <Button size="small" onClick={() => setAsked(line)}>
                        {line.said === null ? planWords.explain : planWords.explainAgain}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {id !== '' && <Own id={id as PersonId} own={own} week={week} writes={writes} onSaid={onSaid} />}
      {asked !== null && (
        <ReasonDialog
          line={asked}
          onClose={() => setAsked(null)}
          onSay={async (text) => {
            const whose = asked.person
            if (whose === null || !(await sayInPlan(week.from, whose, { kind: 'reason', case: asked.case, text })))
              return
            setAsked(null)
            await onSaid()
          }}
        />
      )}
    </section>
  )
}

type OwnProps = {
  id: PersonId
  own: OwnPlan | undefined
  week: WeekAnswer['week']
  writes: boolean
  onSaid: () => Promise<void>
}

/** Words of people: they count nowhere. */
function Own({ id, own, week, writes, onSaid }: OwnProps): ReactNode {
  const books = usePublished()
  const [text, setText] = useState('')
  const [remark, setRemark] = useState<string | null>(null)
  const underWay = useRef(false)
  const lines = own?.lines ?? []
  if (!writes && lines.length === 0 && (own?.remark ?? null) === null) return null
  /** One word at a time: Enter pressed twice adds one line. */
  const send = async (word: Parameters<typeof sayInPlan>[2], said?: () => void) => {
    if (underWay.current) return
    underWay.current = true
    try {
      if (!(await sayInPlan(week.from, id, word))) return
      await onSaid()
      said?.()
    } finally {
      underWay.current = false
    }
  }
  // What was typed on meanwhile stays.
  const add = () =>
    text.trim() !== '' &&
    void send({ kind: 'line', text: text.trim() }, () => setText((now) => (now === text ? '' : now)))
  const keepRemark = () =>
    remark !== null &&
    void send({ kind: 'remark', text: remark.trim() }, () => setRemark((now) => (now === remark ? null : now)))
  return (
    <div className="plans-own">
      {lines.length > 0 && (
        <ul aria-label={planWords.own}>
          {lines.map((line) => (
            <OwnRow
              key={line.id}
              line={line}
              id={id}
              writes={writes}
              onState={(state) => void send({ kind: 'state', line: line.id, state })}
            />
          ))}
        </ul>
      )}
      {writes && (
        <div className="plans-add">
          <Input
            aria-label={planWords.ownHint}
            placeholder={planWords.ownHint}
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={(event) => !isComposing(event.nativeEvent) && add()}
          />
          <Button disabled={text.trim() === ''} onClick={add}>
            {planWords.add}
          </Button>
          <Input
            aria-label={planWords.remarkHint}
            placeholder={planWords.remarkHint}
            value={remark ?? own?.remark?.text ?? ''}
            maxLength={200}
            onChange={(event) => setRemark(event.target.value)}
            onPressEnter={(event) => !isComposing(event.nativeEvent) && keepRemark()}
          />
          <Button disabled={remark === null} onClick={keepRemark}>
            {planWords.save}
          </Button>
        </div>
      )}
      {!writes && own?.remark != null && (
        <p>
          {planWords.remark}：{planWords.remarkBy(own.remark.text, books.nameOf(own.remark.by))}
        </p>
      )}
    </div>
  )
}

type RowProps = { line: OwnLine; id: PersonId; writes: boolean; onState: (state: OwnLine['state']) => void }

function OwnRow({ line: { text, by, state }, id, writes, onState }: RowProps): ReactNode {
  const books = usePublished()
  return (
    <li className={`plans-own-${state}`}>
      <span>{text}</span>
      {by !== id && <small>{planWords.byOther(books.nameOf(by))}</small>}
      {state !== 'open' && <strong>{state === 'done' ? planWords.ownDone : planWords.dropped}</strong>}
      {writes && state !== 'done' && (
        <Button size="small" onClick={() => onState('done')}>
          {planWords.ownDone}
        </Button>
      )}
      {writes && state !== 'open' && (
        <Button size="small" onClick={() => onState('open')}>
          {planWords.ownOpen}
        </Button>
      )}
      {writes && state === 'open' && (
        <Button size="small" onClick={() => onState('dropped')}>
          {planWords.drop}
        </Button>
      )}
    </li>
  )
}
