/** The checklist of one case: what the program says of each point and why, what a person has to say, and what is found. */
import { Alert, Button, Input, Radio, Spin } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Answer, AnsweredPoint, Audit, GivenAnswer } from '../../../shared/audit/audit.ts'
import type { Point } from '../../../shared/audit/checklist.ts'
import { type PointKey, pointGroups, points as table } from '../../../shared/audit/points.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import type { AuditCase, AuditView } from '../../../shared/contract/stored-audits.ts'
import { answerNames, pointGroupNames, pointNames } from '../../../shared/paper/audit-say.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { isHeard } from '../../parts/hear.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { usePublished } from '../../session/session.tsx'
import { say } from '../../ui/feedback.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { auditWords } from '../../words/audit.ts'
import { momentText } from '../../words/dates.ts'
import { oneAuditWords, whyText } from '../../words/stored-audits.ts'
import { actOn } from './act.ts'
import { FindDialog } from './find-dialog.tsx'
import type { Ticked } from './ticked.ts'
import { useAuditCase } from './use-audits.ts'

type Drawn = Audit['drawn']['cases'][number]
type Props = {
  view: AuditView
  of: Drawn
  today: Day
  ticked: Map<string, Ticked>
  onView: (view: AuditView) => void
}

export function CaseCheck(props: Props): ReactNode {
  const { view, of } = props
  const { heard, again } = useAuditCase(view.audit.id, of.id)
  if (heard === 'asking')
    return (
      <Spin description={auditWords.reading}>
        <div className="waiting-space" />
      </Spin>
    )
  if (!isHeard(heard)) return <NotHeard why={heard} unreachable={auditWords.unreachable} onAgain={() => void again()} />
  if (heard === null) return <Alert type="warning" showIcon title={oneAuditWords.unreadable} />
  return <Checklist {...props} known={heard} />
}

/** As it was written down, else as the program sees it. */
function begun({ audit }: AuditView, { id }: Drawn): Ticked {
  const checked = audit.checked.find((each) => each.case === id)
  const answers: Ticked['answers'] = {}
  const notes: Ticked['notes'] = {}
  for (const { key, answer, note } of checked?.points ?? []) {
    answers[key] = answer
    if (note !== null) notes[key] = note
  }
  return { answers, notes, remark: checked?.remark ?? '' }
}

function Checklist({ view, of, today, ticked, onView, known }: Props & { known: AuditCase }): ReactNode {
  const { audit } = view
  const [now, setNow] = useState<Ticked>(() => ticked.get(of.id) ?? begun(view, of))
  const [finding, setFinding] = useState<Point | null>(null)
  const [wrong, setWrong] = useState<{ point: string | null; why: string } | null>(null)
  const { itemName } = usePublished()
  const underWay = useRef(false)
  const act = useRef(crypto.randomUUID())
  const box = useRef<HTMLElement>(null)
  const checked = audit.checked.find((each) => each.case === of.id)
  const change = (next: Ticked) => {
    ticked.set(of.id, next)
    act.current = crypto.randomUUID()
    setWrong(null)
    setNow(next)
  }
  const answerTo = ({ key, verdict }: Point) => now.answers[key] ?? (verdict === 'ask' ? undefined : verdict)
  const save = async () => {
    if (underWay.current) return
    const answers = known.points.flatMap((point): GivenAnswer[] => {
      const answer = answerTo(point)
      return answer === undefined ? [] : [{ key: point.key, answer, note: now.notes[point.key]?.trim() || null }]
    })
    underWay.current = true
    try {
      const remark = now.remark.trim() || null
      const answer = await actOn(audit.id, { do: 'check', case: of.id, answers, remark }, act.current)
      if (!answer.ok) {
        setWrong(answer)
        box.current?.querySelector<HTMLElement>(`[data-point="${answer.point}"] :is(textarea, input)`)?.focus()
        return
      }
      ticked.delete(of.id)
      say(oneAuditWords.saved)
      onView(answer.view)
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  const open = audit.signed === null
  const points = open || checked === undefined ? known.points : asSigned(checked.points, known.points)
  // The cursor is where a person is asked something.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the case comes
  useEffect(() => {
    const asked = known.points.find((point) => answerTo(point) === undefined)
    if (open && asked !== undefined)
      box.current?.querySelector<HTMLElement>(`[data-point="${asked.key}"] input[type="radio"]`)?.focus()
  }, [])
  useHotkey('F9', open ? () => void save() : undefined)
  const allOk = () =>
    change({
      ...now,
      answers: {
        ...now.answers,
        ...Object.fromEntries(
          known.points.filter((point) => answerTo(point) === undefined).map(({ key }) => [key, 'ok']),
        ),
      },
    })
  return (
    <section ref={box} className="audit-check" aria-label={numberWords(of.number)}>
      <div className="audit-check-head">
        <h2>
          <span className="number">{numberWords(of.number)}</span> {itemName(of.item)}
        </h2>
        <Link to={`/case/${of.id}`}>{oneAuditWords.look}</Link>
        {checked !== undefined && (
          <small>{oneAuditWords.checkedBy(checked.by.name, momentText(checked.by.at, today))}</small>
        )}
        {open && <Button onClick={allOk}>{oneAuditWords.allOk}</Button>}
        {open && (
          <Button type="primary" onClick={() => void save()}>
            {oneAuditWords.save} <kbd>F9</kbd>
          </Button>
        )}
      </div>
      {wrong !== null && (
        <p role="alert" className="audit-wrong">
          {wrong.point === null ? '' : `${pointNames[wrong.point as PointKey]}：`}
          {wrong.why}
        </p>
      )}
      {pointGroups.map((group) => {
        const own = points.filter(({ key }) => table[key][0] === group)
        if (own.length === 0) return null
        return (
          <div key={group} className="audit-group">
            <h3>{pointGroupNames[group]}</h3>
            {own.map((point) => (
              <OnePoint
                key={point.key}
                point={point}
                answer={answerTo(point)}
                note={now.notes[point.key] ?? ''}
                today={today}
                open={open}
                onAnswer={(answer) => change({ ...now, answers: { ...now.answers, [point.key]: answer } })}
                onNote={(note) => change({ ...now, notes: { ...now.notes, [point.key]: note } })}
                onFind={() => setFinding(point)}
              />
            ))}
          </div>
        )
      })}
      {open && (
        <div className="audit-remark">
          <label htmlFor="audit-case-remark">{oneAuditWords.remark}</label>
          <Input
            id="audit-case-remark"
            value={now.remark}
            maxLength={500}
            onChange={(event) => change({ ...now, remark: event.target.value })}
          />
        </div>
      )}
      {finding !== null && (
        <FindDialog
          audit={audit.id}
          of={of.id}
          point={finding}
          people={known.people}
          today={today}
          onClose={() => setFinding(null)}
          onView={onView}
        />
      )}
    </section>
  )
}

/** What the program had said when it was looked at; why, as far as it still says so. */
function asSigned(signed: readonly AnsweredPoint[], now: readonly Point[]): Point[] {
  return signed.map(({ key, program }) => {
    const found = now.find((each) => each.key === key)
    return { key, verdict: program, whys: found?.verdict === program ? found.whys : [], sources: found?.sources ?? [] }
  })
}

type PointProps = {
  point: Point
  answer: Answer | undefined
  note: string
  today: Day
  open: boolean
  onAnswer: (answer: Answer) => void
  onNote: (note: string) => void
  onFind: () => void
}

function OnePoint({ point, answer, note, today, open, onAnswer, onNote, onFind }: PointProps): ReactNode {
  const books = usePublished()
  const { key, verdict, whys, sources } = point
  const differs = verdict !== 'ask' && answer !== verdict
  return (
    <div className="audit-point" data-point={key}>
      <div className="audit-point-said">
        <strong>{pointNames[key]}</strong>{' '}
        <span className={`audit-verdict audit-verdict-${verdict}`}>{oneAuditWords.program[verdict]}</span>
        {whys.map((why) => (
          <p key={`${why.code} ${why.event} ${JSON.stringify(why.facts)}`} className={why.wrong ? 'audit-wrong' : ''}>
            {whyText(why, today, books)}
          </p>
        ))}
        {sources.length > 0 && (
          <small>
            {oneAuditWords.source}：{sources.join('；')}
          </small>
        )}
        {!open && note !== '' && (
          <p>
            {oneAuditWords.note}：{note}
          </p>
        )}
        {open && (differs || note !== '') && (
          <Input
            value={note}
            maxLength={500}
            aria-label={`${pointNames[key]}${oneAuditWords.note}`}
            placeholder={differs ? oneAuditWords.noteNeeded : oneAuditWords.note}
            onChange={(event) => onNote(event.target.value)}
          />
        )}
      </div>
      {open ? (
        <>
          <Radio.Group
            aria-label={pointNames[key]}
            value={answer}
            optionType="button"
            options={(['ok', 'bad', 'none'] as const).map((value) => ({ value, label: answerNames[value] }))}
            onChange={(event) => onAnswer(event.target.value as Answer)}
          />
          <Button size="small" disabled={answer !== 'bad'} onClick={onFind}>
            {oneAuditWords.find}
          </Button>
        </>
      ) : (
        answer !== undefined && <strong className={`audit-answer-${answer}`}>{answerNames[answer]}</strong>
      )}
    </div>
  )
}
