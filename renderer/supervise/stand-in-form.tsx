/** 指定代岗: who is away, who takes the place, for which days and why. F9 tells the bureau; without it nothing typed is lost. */
import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { PersonId } from '../../shared/case/ids.ts'
import type { StandIns } from '../../shared/contract/views.ts'
import { machine } from '../machine.ts'
import type { Unheard } from '../parts/hear.ts'
import { usePublished } from '../session/session.tsx'
import { say } from '../ui/feedback.ts'
import { ChoiceBox } from '../ui/fields/choice-box.tsx'
import { DayBox } from '../ui/fields/day-box.tsx'
import { moveOnEnter } from '../ui/fields/enter-moves.ts'
import { FieldFrame } from '../ui/fields/field-frame.tsx'
import { sentenceId, type WidgetProps } from '../ui/fields/widget.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { seatText } from '../words/roles.ts'
import { standInFaultWords, standInWords } from '../words/stand-ins.ts'
import { askedOf, type Lacking, type StandInTyped } from './stand-in-typed.ts'
import { useTyped } from './use-stand-ins.ts'

type Props = { today: Day; known: StandIns | null; lost: Unheard | null; onNamed: () => Promise<void> }

export function StandInForm({ today, known, lost, onNamed }: Props): ReactNode {
  const books = usePublished()
  const [typed, type, clear] = useTyped(today)
  const [lacks, setLacks] = useState<Lacking | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)
  const form = useRef<HTMLDivElement>(null)
  const goTo = (name: Lacking) => form.current?.querySelector<HTMLElement>(`#stand-in-${name}`)?.focus()
  useEffect(() => form.current?.querySelector<HTMLElement>('#stand-in-away')?.focus(), [])

  const change = (part: Partial<StandInTyped>) => {
    setLacks(null)
    setRefused(null)
    type(part)
  }
  const save = async () => {
    if (underWay.current) return
    const made = askedOf(typed)
    if ('lacks' in made) {
      setLacks(made.lacks)
      return goTo(made.lacks)
    }
    underWay.current = true
    setBusy(true)
    try {
      const answer = await machine['bureau.nameStandIn'](made.asked)
      if (answer.ok) {
        say(standInWords.saved(books.nameOf(made.asked.standIn), books.nameOf(made.asked.away)))
        setRefused(null)
        clear()
        goTo('away')
        await onNamed()
      } else setRefused(sentenceOf(answer.why))
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }
  useHotkey('F9', busy ? undefined : () => void save())

  const people = books.published.people
  // Before the bureau has said who holds what, everybody may be meant.
  const absent = people.filter(({ id }) => known === null || placesOf(known, id).length > 0)
  const standIns = people.filter(
    ({ id }) => id !== typed.away && (known === null || known.people.some((each) => each.id === id)),
  )
  const box = (name: Lacking, value: string | null, onChange: (text: string) => void): WidgetProps => ({
    id: `stand-in-${name}`,
    value,
    onChange: (next) => onChange(String(next ?? '')),
    onBlur: () => {},
    status: lacks === name ? 'error' : '',
    describedBy: sentenceId(`stand-in-${name}`),
    required: true,
  })
  const frame = (name: Lacking, label: string, error: string, help?: string) => ({
    id: `stand-in-${name}`,
    label,
    required: true,
    error: lacks === name ? error : undefined,
    help,
  })
  const { missing } = standInWords
  const places = typed.away === null || known === null ? null : placesOf(known, typed.away)
  const seats = places?.map(({ role, office }) => seatText(role, books.officeName(office))).join('、')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter moves between the fields inside
    <div className="stand-in-form" ref={form} data-enter-moves onKeyDown={moveOnEnter}>
      <div className="fields">
        <FieldFrame
          {...frame(
            'away',
            standInWords.away,
            missing.away,
            seats === undefined ? undefined : seats === '' ? standInWords.noPlaces : standInWords.places(seats),
          )}
        >
          <PersonBox people={absent} person={typed.away} box={box} name="away" onChoose={(away) => change({ away })} />
        </FieldFrame>
        <FieldFrame {...frame('standIn', standInWords.standIn, missing.standIn)}>
          <PersonBox
            people={standIns}
            person={typed.standIn}
            box={box}
            name="standIn"
            onChoose={(standIn) => change({ standIn })}
          />
        </FieldFrame>
        <FieldFrame {...frame('from', standInWords.from, missing.day)}>
          <DayBox {...box('from', typed.from, (from) => change({ from }))} placeholder={standInWords.dayHint} />
        </FieldFrame>
        <FieldFrame {...frame('until', standInWords.until, missing.day)}>
          <DayBox {...box('until', typed.until, (until) => change({ until }))} placeholder={standInWords.dayHint} />
        </FieldFrame>
        <FieldFrame {...frame('reason', standInWords.reason, missing.reason)} wide>
          <div className="stand-in-reason">
            <Input
              id="stand-in-reason"
              value={typed.reason}
              maxLength={200}
              autoComplete="off"
              status={lacks === 'reason' ? 'error' : ''}
              aria-describedby={sentenceId('stand-in-reason')}
              onChange={(event) => change({ reason: event.target.value })}
            />
            {standInWords.reasons.map((reason) => (
              <Button key={reason} onClick={() => change({ reason })}>
                {reason}
              </Button>
            ))}
          </div>
        </FieldFrame>
      </div>
      <div className="stand-in-save">
        <p role="alert">{refused ?? (lost === 'unreachable' ? standInWords.offline : '')}</p>
        <Button type="primary" size="large" loading={busy} onClick={() => void save()}>
          {standInWords.save} <kbd>F9</kbd>
        </Button>
      </div>
    </div>
  )
}

function placesOf(known: StandIns, person: PersonId) {
  return known.people.find(({ id }) => id === person)?.places ?? []
}

type Sentence = keyof typeof standInFaultWords | keyof typeof standInWords.notTold

function sentenceOf(why: Sentence): string {
  return why in standInWords.notTold
    ? standInWords.notTold[why as keyof typeof standInWords.notTold]
    : standInFaultWords[why as keyof typeof standInFaultWords]
}

type PersonProps = {
  people: readonly { id: PersonId; name: string }[]
  person: PersonId | null
  name: Lacking
  box: (name: Lacking, value: string | null, onChange: (text: string) => void) => WidgetProps
  onChoose: (person: PersonId | null) => void
}

/** Found by name, pinyin or sign-in name: two may have the same name. */
function PersonBox({ people, person, name, box, onChoose }: PersonProps): ReactNode {
  const { nameOf } = usePublished()
  const shown = ({ id }: { id: PersonId }) => `${nameOf(id)} ${id}`
  return (
    <ChoiceBox
      {...box(name, person === null ? null : shown({ id: person }), (text) =>
        onChoose(people.find((each) => shown(each) === text)?.id ?? null),
      )}
      options={people.map(shown)}
      placeholder={standInWords.who}
    />
  )
}
