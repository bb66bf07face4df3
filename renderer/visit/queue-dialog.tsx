/** 叫号: who is served at this window, who waits for it, and the next one. */
import { Button, Input, type InputRef } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { WindowNo } from '../../shared/case/ids.ts'
import { numberWords } from '../../shared/paper/say.ts'
import type { HallNumber } from '../../shared/visit/hall-queue.ts'
import type { Deed } from '../../shared/visit/notes.ts'
import { findTicket, missedAt, nextLabel, readLabel, type Ticket } from '../../shared/visit/ticket.ts'
import { machine } from '../machine.ts'
import { usePublished } from '../session/session.tsx'
import { useCache } from '../store/use-cache.ts'
import { casesOfVisit } from '../store/visits.ts'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/feedback.ts'
import { isComposing, useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { timeText } from '../words/dates.ts'
import { hallWords, queueWords, slipWords } from '../words/visit.ts'
import { calledKinds, rememberKinds } from './called-kinds.ts'
import { useHallActs } from './hall-acts.ts'
import { HallPart } from './hall-part.tsx'
import { PassDialog } from './pass-dialog.tsx'
import { useQueueActs } from './queue-acts.ts'
import { useVisits } from './use-visits.ts'
import { useWindowName } from './window-name.ts'

export function QueueDialog({ window, onClose }: { window: WindowNo; onClose: () => void }): ReactNode {
  const { hall } = usePublished()
  const { tickets, served, waiting, hall: inHall, known, ask } = useVisits()
  const acts = useQueueActs()
  const hallActs = useHallActs()
  const [kinds, setKinds] = useState(() => calledKinds(window))
  const [typed, setTyped] = useState('')
  const [passing, setPassing] = useState<Ticket | null>(null)
  const box = useRef<InputRef>(null)
  const nameOf = useWindowName()

  useEffect(() => void ask(), [ask])

  // Whom the hall gave to this window comes first, then who was passed here, then who has waited longest in the hall.
  const forAny = inHall.waiting.filter(({ kind }) => kinds.includes(kind))
  const isHallNext = typed.trim() === '' && inHall.uncalled.length + waiting.length === 0 && forAny.length > 0
  const next =
    typed.trim() === ''
      ? (inHall.uncalled[0]?.label ?? waiting[0]?.label ?? nextLabel(tickets, window))
      : readLabel(typed)
  /** The bureau says who it is; null: whoever has waited longest. */
  const take = async (number: HallNumber | null) => {
    const took = await hallActs.take(window, kinds, number?.ticket ?? null)
    // Without the bureau the number on the ticket still counts; whoever typed or chose it has it before them.
    if (took.is === 'unasked' && number !== null) return callKnown(number)
    if (took.is === 'nobody') {
      say(hallWords.nobody, 'warning')
      await ask()
    }
    if (took.is === 'taken') await callKnown(took.number)
  }
  const callKnown = async ({ ticket, label }: HallNumber) => {
    if (!(await acts.call(label, { id: ticket }))) return
    setTyped('')
    onClose()
  }
  const begin = () => {
    if (isHallNext) return take(null)
    const number = [...inHall.uncalled, ...inHall.waiting].find((each) => each.label === next)
    if (number === undefined) return call()
    return number.takenAt === null ? take(number) : callKnown(number)
  }
  const enterOrPress = () => void begin().catch(showProblem)
  const call = async (label = next) => {
    if (label === undefined) return say(queueWords.badLabel, 'warning')
    const ticket = findTicket(tickets, label)
    if (ticket?.state === 'serving' && ticket.window !== window)
      return say(queueWords.elsewhere(label, nameOf(ticket.window)), 'warning')
    if (await acts.call(label, ticket)) {
      setTyped('')
      onClose()
    }
  }
  const give = async () => {
    const label = nextLabel(tickets, window)
    if (!(await acts.give(label))) return
    const lines = queueWords.slipLines(nameOf(window), hall.name, timeText(new Date().toISOString()))
    machine['slip.print']({ title: queueWords.slipTitle(label), lines, size: 'roll' }).then(
      (job) => say(`${queueWords.saved.given} ${label}，${slipWords.printed(job)}`),
      showProblem,
    )
  }
  const doTo = async (ticket: Ticket, did: Exclude<Deed, 'passed' | 'given'>) => {
    if (await acts.doTo(ticket, did)) say(`${ticket.label} ${queueWords.saved[did]}`)
    box.current?.focus()
  }
  const backFromPassing = () => {
    setPassing(null)
    box.current?.focus()
  }
  const again = served && (() => void doTo(served, 'called'))
  const missed = served && (() => void doTo(served, 'missed'))
  const pass = served && (() => setPassing(served))
  const abandon = served && (() => void doTo(served, 'abandoned'))
  const done = served && (() => void doTo(served, 'done'))
  // Heard wherever the cursor stands: a quick hand is there before it.
  useHotkey('Alt+1', again)
  useHotkey('Alt+2', missed)
  useHotkey('Alt+3', pass)
  useHotkey('Alt+4', abandon)
  useHotkey('Alt+5', done)
  useHotkey('Alt+6', () => void give())
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || event.repeat) return
    event.preventDefault()
    enterOrPress()
  }
  return (
    <Dialog
      title={queueWords.title(nameOf(window))}
      width={720}
      footer={null}
      onClose={onClose}
      onShown={() => box.current?.focus()}
    >
      <div className="queue">
        {known?.heardAt === null && <p className="queue-alone">{queueWords.onlyHere}</p>}
        <Served ticket={served} nameOf={nameOf} onLeave={onClose} />
        {served !== undefined && (
          <div className="queue-acts">
            <KeyButton digit={1} text={queueWords.again} onPress={again} />
            <KeyButton digit={2} text={queueWords.missed} onPress={missed} />
            <KeyButton digit={3} text={queueWords.pass} onPress={pass} />
            <KeyButton digit={4} text={queueWords.abandon} onPress={abandon} />
            <KeyButton digit={5} text={queueWords.done} onPress={done} />
          </div>
        )}
        <div className="queue-next">
          <Input
            ref={box}
            size="large"
            value={typed}
            autoComplete="off"
            aria-label={queueWords.label}
            placeholder={queueWords.placeholder}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={enter}
          />
          <Button type="primary" size="large" onClick={enterOrPress}>
            {isHallNext
              ? served === undefined
                ? hallWords.callNext
                : queueWords.doneAndCall(served.label, hallWords.next)
              : next === undefined || served === undefined || served.label === next
                ? queueWords.call(next ?? '…')
                : queueWords.doneAndCall(served.label, next)}{' '}
            <kbd>Enter</kbd>
          </Button>
        </div>
        <Row
          title={queueWords.waitingHere}
          tickets={waiting}
          nameOf={nameOf}
          onCall={(ticket) => void call(ticket.label)}
        />
        <Row
          title={queueWords.missedHere}
          tickets={missedAt(tickets, window)}
          nameOf={nameOf}
          onCall={(ticket) => void call(ticket.label)}
        />
        <HallPart
          waiting={forAny}
          calls={{
            kinds,
            onKinds: (chosen) => {
              setKinds(chosen)
              rememberKinds(window, chosen)
            },
            onTake: (number) => void take(number).catch(showProblem),
          }}
          onGive={(kind) => {
            void hallActs.give(kind).then(ask)
            // Enter calls: pressed again, it gives no second number.
            box.current?.focus()
          }}
        />
        <KeyButton digit={6} text={queueWords.give(nextLabel(tickets, window))} onPress={() => void give()} />
      </div>
      {passing !== null && <PassDialog ticket={passing} onClose={backFromPassing} />}
    </Dialog>
  )
}

function KeyButton({
  digit,
  text,
  onPress,
}: {
  digit: number
  text: string
  onPress: (() => void) | undefined
}): ReactNode {
  return (
    <Button onClick={onPress} disabled={onPress === undefined}>
      {text} <kbd>Alt+{digit}</kbd>
    </Button>
  )
}

type Named = { nameOf: (window: WindowNo | null) => string }

function Served({ ticket, nameOf, onLeave }: Named & { ticket: Ticket | undefined; onLeave: () => void }): ReactNode {
  const id = ticket?.id ?? ''
  const { value: cases = [] } = useCache((cache) => (id === '' ? Promise.resolve([]) : casesOfVisit(cache, id)), [id])
  const { itemOf } = usePublished()
  if (ticket === undefined) return <p className="queue-nobody">{queueWords.nobody}</p>
  return (
    <div className="queue-served">
      <strong>{ticket.label}</strong>
      <div>
        <div>
          {queueWords.calledAt(timeText(ticket.calledAt ?? ticket.since), ticket.calls)} ·{' '}
          {queueWords.first(ticket.first.personName, nameOf(ticket.first.window))}
        </div>
        <div className="queue-cases">
          {queueWords.cases}：
          {cases.length === 0
            ? queueWords.noCases
            : cases.map(({ kase }) => (
                <Link key={kase.id} to={`/case/${kase.id}`} onClick={onLeave}>
                  {itemOf(kase.item, kase.editions.catalogue)?.name ?? kase.item} {numberWords(kase.number)}
                </Link>
              ))}
        </div>
      </div>
    </div>
  )
}

type RowProps = Named & { title: string; tickets: readonly Ticket[]; onCall: (ticket: Ticket) => void }

function Row({ title, tickets, nameOf, onCall }: RowProps): ReactNode {
  return (
    <div className="queue-row">
      <span>{title}</span>
      {tickets.length === 0 && <span className="queue-none">{queueWords.none}</span>}
      {tickets.map((ticket) => {
        const last = ticket.steps.at(-1)
        return (
          <Button key={ticket.id} onClick={() => onCall(ticket)}>
            {ticket.label}
            {last?.did === 'passed' && <small> {queueWords.passedFrom(nameOf(last.window))}</small>}
          </Button>
        )
      })}
    </div>
  )
}
