/** 记问题: what is wrong, what is to be done about it, and who is asked. */
import { Input, type InputRef, Select } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { Point } from '../../../shared/audit/checklist.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import type { CaseId, PersonId } from '../../../shared/case/ids.ts'
import type { AuditCase, AuditView } from '../../../shared/contract/stored-audits.ts'
import { pointNames } from '../../../shared/paper/audit-say.ts'
import { eventName } from '../../../shared/paper/event-names.ts'
import { usePublished } from '../../session/session.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/feedback.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { findWords, whyText } from '../../words/stored-audits.ts'
import { actOn } from './act.ts'

type Props = {
  audit: string
  of: CaseId
  point: Point
  people: AuditCase['people']
  today: Day
  onClose: () => void
  onView: (view: AuditView) => void
}

const LONGEST = 500

export function FindDialog({ audit, of, point, people, today, onClose, onView }: Props): ReactNode {
  const books = usePublished()
  const [text, setText] = useState(() =>
    [findWords.wrong(pointNames[point.key]), ...point.whys.map((why) => whyText(why, today, books))]
      .join('。')
      .slice(0, LONGEST),
  )
  const [todo, setTodo] = useState('')
  const [to, setTo] = useState<PersonId | undefined>(
    // Whose act the program found it at, else who received it.
    () => people.find(({ id }) => id === point.whys[0]?.person)?.id ?? people.at(-1)?.id,
  )
  const [wrong, setWrong] = useState<string | null>(null)
  const [finding] = useState(() => crypto.randomUUID())
  const underWay = useRef(false)
  const box = useRef<InputRef>(null)
  const send = async () => {
    if (underWay.current) return
    if (text.trim() === '' || todo.trim() === '' || to === undefined) return setWrong(findWords.needed)
    underWay.current = true
    try {
      const what = {
        do: 'find',
        finding,
        case: of,
        point: point.key,
        text: text.trim(),
        todo: todo.trim(),
        to,
      } as const
      // The finding's own id is the act's too: pressed again it is the same one.
      const answer = await actOn(audit, what, finding)
      if (!answer.ok) return setWrong(answer.why)
      say(findWords.sent(books.nameOf(to)))
      onClose()
      onView(answer.view)
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  useHotkey('F9', () => void send())
  return (
    <Dialog
      title={findWords.title}
      okText={
        <>
          {findWords.send} <kbd>F9</kbd>
        </>
      }
      cancelText={findWords.cancel}
      onOk={() => void send()}
      onClose={onClose}
      onShown={() => box.current?.focus()}
    >
      <div className="audit-form audit-find">
        <label htmlFor="find-text">{findWords.text}</label>
        <Input.TextArea
          id="find-text"
          value={text}
          maxLength={LONGEST}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setText(event.target.value)}
        />
        <label htmlFor="find-todo">{findWords.todo}</label>
        <Input ref={box} id="find-todo" value={todo} maxLength={LONGEST} onChange={(e) => setTodo(e.target.value)} />
        <label htmlFor="find-to">{findWords.to}</label>
        <Select
          id="find-to"
          value={to}
          options={people.map(({ id, name, type }) => ({ value: id, label: findWords.handed(name, eventName(type)) }))}
          onChange={setTo}
        />
      </div>
      <p className="audit-wrong" role="alert">
        {wrong}
      </p>
    </Dialog>
  )
}
