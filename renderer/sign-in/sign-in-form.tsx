/** Who, password, window. Enter signs in; the same form unlocks. */
import { type ReactNode, useRef, useState } from 'react'
import type { PersonId, WindowNo } from '../../shared/case/ids.ts'
import { PERSON_ID } from '../../shared/case/person-id.ts'
import type { Session, TerminalState } from '../../shared/contract/views.ts'
import { machine } from '../machine.ts'
import { Line } from '../ui/fields/line.tsx'
import { RadioRow } from '../ui/fields/radio-row.tsx'
import { isComposing } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { sessionWords, signInText } from '../words/session.ts'
import { FrontAlert } from './front-alert.tsx'
import { FrontButton } from './front-button.tsx'
import { FrontField } from './front-field.tsx'
import { rememberWindow } from './last-window.ts'
import { PasswordBox } from './password-box.tsx'

type Props = {
  terminal: TerminalState
  /** Set when this person unlocks; nobody else is offered. */
  unlocking: { id: PersonId; name: string } | null
  /** The window to begin with, where the terminal stands at none of its own. */
  window: WindowNo | null
  onDone: (session: Session) => void
}

const OTHER = 'other'

export function SignInForm({ terminal, unlocking, window: usual, onDone }: Props): ReactNode {
  const { known } = terminal
  const [chosen, setChosen] = useState<string>(known[0]?.id ?? OTHER)
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const [window_, setWindow] = useState<WindowNo | null>(terminal.window ?? usual)
  const [wrong, setWrong] = useState<string | null>(null)
  /** While it is asked nobody types: a refusal empties the box, and would take what was typed meanwhile. */
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)
  const person = unlocking?.id ?? (chosen === OTHER ? typed.trim() : chosen)

  const send = async () => {
    if (!isPersonId(person)) return setWrong(sessionWords.needPerson)
    if (password === '') return setWrong(sessionWords.needPassword)
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    try {
      const answer =
        unlocking === null
          ? await machine['session.signIn']({ person, password, window: window_ })
          : await machine['session.unlock']({ password })
      if (answer.ok) {
        rememberWindow(answer.value.window)
        onDone(answer.value)
        return
      }
      setWrong(signInText(answer.refusal))
      setPassword('')
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }

  return (
    <form
      className="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault()
      }}
    >
      {unlocking === null && known.length > 0 && (
        <FrontField label={sessionWords.chooseYourself}>
          <RadioRow
            id="person"
            label={sessionWords.chooseYourself}
            value={chosen}
            options={[
              ...known.map(({ id, name }) => ({ value: id as string, label: name })),
              { value: OTHER, label: sessionWords.other },
            ]}
            onChange={setChosen}
          />
        </FrontField>
      )}
      {unlocking === null && chosen === OTHER && (
        <FrontField label={sessionWords.personId} htmlFor="person-id" help={sessionWords.personIdHelp}>
          <Line
            id="person-id"
            value={typed}
            autoFocus={known.length === 0}
            readOnly={busy}
            onChange={(event) => setTyped(event.target.value)}
          />
        </FrontField>
      )}
      <FrontField label={sessionWords.password} htmlFor="password">
        <PasswordBox
          id="password"
          value={password}
          autoFocus={unlocking !== null || known.length > 0}
          readOnly={busy}
          onChange={setPassword}
        />
      </FrontField>
      {unlocking === null && terminal.windows.length > 0 && (
        <FrontField label={sessionWords.window} htmlFor="window">
          <select
            id="window"
            className="line front-select"
            value={window_ ?? 0}
            onChange={({ target }) => setWindow(windowOf(terminal, Number(target.value)))}
          >
            {terminal.windows.map(({ no, name, open }) => (
              <option key={no} value={no} disabled={!open}>
                {sessionWords.windowOption(no, name, open)}
              </option>
            ))}
            <option value={0}>{sessionWords.office}</option>
          </select>
        </FrontField>
      )}
      <div aria-live="assertive">{wrong !== null && <FrontAlert kind="error">{wrong}</FrontAlert>}</div>
      <FrontButton kind="main" busy={busy}>
        {unlocking === null ? sessionWords.signIn : sessionWords.unlock}
      </FrontButton>
    </form>
  )
}

function isPersonId(text: string): text is PersonId {
  return PERSON_ID.test(text)
}

function windowOf({ windows }: TerminalState, chosen: number): WindowNo | null {
  return windows.find(({ no }) => no === chosen)?.no ?? null
}
