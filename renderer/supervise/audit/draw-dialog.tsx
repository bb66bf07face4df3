/** 抽样: from which cases, how many, and with which seed; the seed is proposed by chance and may be another. */
import { Select } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { DrawAsked, drawnParts } from '../../../shared/audit/audit.ts'
import { addDays, type Day } from '../../../shared/calendar/day.ts'
import { partWords } from '../../../shared/paper/audit-say.ts'
import { machine } from '../../machine.ts'
import { usePublished } from '../../session/session.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/feedback.ts'
import { DayBox } from '../../ui/fields/day-box.tsx'
import { TextBox } from '../../ui/fields/text-box.tsx'
import { readDay } from '../../ui/fields/typed-day.ts'
import { isComposing, useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { drawWords } from '../../words/stored-audits.ts'

const DAYS_BACK = 30
const USUAL_SIZE = 10

/** Twelve digits and letters by chance, in groups that can be read out. */
function seedByChance(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(6))
  return [...drawn]
    .map((each) => each.toString(16).padStart(2, '0'))
    .join('')
    .replace(/(....)(?=.)/g, '$1-')
}

type Typed = { from: string; until: string; size: string; seed: string }

export function DrawDialog({ today, onClose }: { today: Day; onClose: () => void }): ReactNode {
  const { items, hall } = usePublished()
  const go = useNavigate()
  const [typed, setTyped] = useState<Typed>(() => ({
    from: addDays(today, -DAYS_BACK),
    until: today,
    size: String(USUAL_SIZE),
    seed: seedByChance(),
  }))
  const [part, setPart] = useState<DrawAsked['part']>('received')
  const [item, setItem] = useState('')
  const [window, setWindow] = useState(0)
  const [wrong, setWrong] = useState<string | null>(null)
  const underWay = useRef(false)
  const first = useRef<HTMLDivElement>(null)
  const draw = async () => {
    if (underWay.current) return
    const { success, data } = DrawAsked.safeParse({
      from: readDay(typed.from),
      until: readDay(typed.until),
      part,
      item: item === '' ? null : item,
      window: window === 0 ? null : window,
      size: Number(typed.size),
      seed: typed.seed.trim(),
    })
    if (!success) return setWrong(drawWords.wrong)
    underWay.current = true
    try {
      const answer = await machine['bureau.auditDraw'](data)
      if (!answer.ok) return setWrong(drawWords[answer.why])
      if (answer.stood) say(drawWords.stood, 'info')
      onClose()
      void go(`/supervise/audit/${answer.id}`)
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  useHotkey('F9', () => void draw())
  const box = (name: keyof Typed, label: string) => ({
    id: `draw-${name}`,
    label,
    value: typed[name],
    onChange: (next: unknown) => setTyped((now) => ({ ...now, [name]: String(next ?? '') })),
    onBlur: () => {},
    status: '' as const,
    describedBy: 'draw-wrong',
    required: true,
  })
  const enter = (event: KeyboardEvent) => {
    const inBox = (event.target as HTMLElement).closest('button, .ant-select') === null
    if (event.key === 'Enter' && inBox && !isComposing(event.nativeEvent)) void draw()
  }
  const named = items.map(({ code, name }) => ({ value: code as string, label: name }))
  return (
    <Dialog
      title={drawWords.title}
      width={620}
      okText={
        <>
          {drawWords.draw} <kbd>F9</kbd>
        </>
      }
      cancelText={drawWords.cancel}
      onOk={() => void draw()}
      onClose={onClose}
      onShown={() => first.current?.querySelector('input')?.focus()}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in a box draws */}
      <div className="audit-form" ref={first} onKeyDown={enter}>
        <label htmlFor="draw-from">{drawWords.from}</label>
        <DayBox {...box('from', drawWords.from)} placeholder={drawWords.day} />
        <label htmlFor="draw-until">{drawWords.until}</label>
        <DayBox {...box('until', drawWords.until)} placeholder={drawWords.day} />
        <label htmlFor="draw-part">{drawWords.part}</label>
        <Select
          id="draw-part"
          value={part}
          options={drawnParts.map((value) => ({ value, label: partWords[value] }))}
          onChange={setPart}
        />
        <label htmlFor="draw-item">{drawWords.item}</label>
        <Select
          id="draw-item"
          value={item}
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: drawWords.allItems }, ...named]}
          onChange={setItem}
        />
        <label htmlFor="draw-window">{drawWords.window}</label>
        <Select
          id="draw-window"
          value={window}
          options={[
            { value: 0, label: drawWords.allWindows },
            ...hall.windows.map(({ no }) => ({ value: no as number, label: drawWords.windowName(no) })),
          ]}
          onChange={setWindow}
        />
        <label htmlFor="draw-size">{drawWords.size}</label>
        <TextBox {...box('size', drawWords.size)} />
        <label htmlFor="draw-seed">{drawWords.seed}</label>
        <TextBox {...box('seed', drawWords.seed)} />
      </div>
      <p className="page-about">{drawWords.seedAbout}</p>
      <p id="draw-wrong" className="audit-wrong" role="alert">
        {wrong}
      </p>
    </Dialog>
  )
}
