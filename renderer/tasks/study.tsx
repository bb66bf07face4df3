/** 日学: one quiet line under the morning's numbers; opened, a rule and a question that A, B, C or D answers. 周练: those of the week that
 *  were missed, one after another. */
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import { type Lesson, type Lessons, lessonOf, missedIn } from '../../shared/study/lesson.ts'
import { machine } from '../machine.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { isComposing } from '../ui/hotkeys.ts'
import { studyWords } from '../words/study.ts'
import { keepStudy, readStudy, type StudyKept } from './study-kept.ts'

export function Study({ today }: { today: Day }): ReactNode {
  const { person } = useSession()
  const { calendar } = usePublished()
  const [all, setAll] = useState<Lessons | null>(null)
  const [kept, setKept] = useState(() => readStudy(person.id))
  const [shown, setShown] = useState<Lesson | null>(null)
  useEffect(() => {
    if (kept.off) return
    // Without the bureau there is none today; nobody misses it.
    machine['bureau.lessons'](null).then(setAll, () => setAll(null))
  }, [kept.off])
  const missed = useMemo(
    () => (all === null ? [] : missedIn(all, kept.answers, calendar, today)),
    [all, kept.answers, calendar, today],
  )
  const keep = (part: Partial<StudyKept>) => {
    const next = { ...kept, ...part }
    keepStudy(person.id, next)
    setKept(next)
  }
  if (kept.off)
    return (
      <Button type="text" size="small" className="study-on" onClick={() => keep({ off: false, away: null })}>
        {studyWords.on}
      </Button>
    )
  const lesson = all === null ? undefined : lessonOf(all, today)
  if (lesson === undefined || kept.away === today) return null
  // Those of other days; the day's own stands there by itself.
  const rest = missed.filter((each) => each !== shown && each !== lesson)
  return (
    <aside className="study" aria-label={studyWords.title}>
      <div className="study-line">
        <span>
          {studyWords.title} · {studyWords.kinds[lesson.kind]}：{lesson.title}
        </span>
        <Button size="small" onClick={() => setShown(shown === null ? lesson : null)}>
          {shown === null ? studyWords.open : studyWords.close}
        </Button>
        {rest.length > 0 && (
          <Button size="small" onClick={() => setShown(rest[0] ?? null)}>
            {studyWords.exercise(rest.length)}
          </Button>
        )}
        <Button size="small" type="text" onClick={() => keep({ away: today })}>
          {studyWords.away}
        </Button>
        <Button size="small" type="text" onClick={() => keep({ off: true })}>
          {studyWords.off}
        </Button>
      </div>
      {shown !== null && (
        <Question
          key={shown.key}
          lesson={shown}
          chosen={kept.answers[shown.key]}
          onChoose={(at) => keep({ answers: { ...kept.answers, [shown.key]: at } })}
        />
      )}
    </aside>
  )
}

type Props = { lesson: Lesson; chosen: number | undefined; onChoose: (at: number) => void }

function Question({ lesson, chosen, onChoose }: Props): ReactNode {
  const box = useRef<HTMLElement>(null)
  const [answered, setAnswered] = useState(chosen)
  useEffect(() => box.current?.focus(), [])
  const choose = (at: number) => {
    if (at >= lesson.options.length) return
    setAnswered(at)
    onChoose(at)
  }
  const type = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return
    const at = 'abcd'.indexOf(event.key.toLowerCase())
    if (at === -1 || event.key.length !== 1) return
    event.preventDefault()
    choose(at)
  }
  return (
    <section ref={box} className="study-question" tabIndex={-1} aria-label={lesson.title} onKeyDown={type}>
      <p>{lesson.text}</p>
      <p className="study-asked">{lesson.question}</p>
      <div className="study-options">
        {lesson.options.map((option, at) => (
          <Button
            key={option}
            className={answered === undefined ? '' : markOf(at, answered, lesson.answer)}
            aria-pressed={answered === at}
            onClick={() => choose(at)}
          >
            <kbd>{studyWords.letter(at)}</kbd> {option}
          </Button>
        ))}
      </div>
      <p role="status">
        {answered !== undefined && (
          <>
            <strong>
              {answered === lesson.answer ? studyWords.right : studyWords.wrong(studyWords.letter(lesson.answer))}
            </strong>{' '}
            {lesson.why}
          </>
        )}
      </p>
      <small>
        {studyWords.source(lesson.source)}　{studyWords.own}
      </small>
    </section>
  )
}

function markOf(at: number, answered: number, right: number): string {
  if (at === right) return 'study-right'
  return at === answered ? 'study-wrong' : ''
}
