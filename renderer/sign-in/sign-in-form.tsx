/** Who, password, window. Enter signs in; the same form unlocks. */
import { Alert, Button, Input, Select } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { PersonId, type WindowNo } from '../../shared/case/ids.ts'
import type { Session, TerminalState } from '../../shared/contract/views.ts'
import { machine } from '../machine.ts'
import { RadioRow } from '../ui/fields/radio-row.tsx'
import { isComposing } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { sessionWords, signInText } from '../words/session.ts'
import { FrontField } from './front-field.tsx'
import { rememberWindow } from './last-window.ts'

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
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)
  const person = unlocking?.id ?? (chosen === OTHER ? typed.trim() : chosen)

  const send = async () => {
    const id = PersonId.safeParse(person)
    if (!id.success) return setWrong(sessionWords.needPerson)
    if (password === '') return setWrong(sessionWords.needPassword)
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    try {
      const answer =
        unlocking === null
          ? await machine['session.signIn']({ person: id.data, password, window: window_ })
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
          <Input
            id="person-id"
            value={typed}
            autoComplete="off"
            spellCheck={false}
            autoFocus={known.length === 0}
            onChange={(event) => setTyped(event.target.value)}
          />
        </FrontField>
      )}
      <FrontField label={sessionWords.password} htmlFor="password">
        <Input.Password
          id="password"
          value={password}
          autoFocus={unlocking !== null || known.length > 0}
          autoComplete="off"
          onChange={(event) => setPassword(event.target.value)}
        />
      </FrontField>
      {unlocking === null && terminal.windows.length > 0 && (
        <FrontField label={sessionWords.window} htmlFor="window">
          <Select
            id="window"
            value={window_ ?? 0}
            onChange={(value) => setWindow(value === 0 ? null : (value as WindowNo))}
            options={windowOptions(terminal)}
          />
        </FrontField>
      )}
      <div aria-live="assertive">{wrong !== null && <Alert type="error" showIcon title={wrong} />}</div>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {unlocking === null ? sessionWords.signIn : sessionWords.unlock}
      </Button>
    </form>
  )
}

function windowOptions({ windows }: TerminalState): { value: number; label: string; disabled?: boolean }[] {
  return [
    ...windows.map(({ no, name, open }) => ({
      value: no as number,
      label: sessionWords.windowOption(no, name, open),
      disabled: !open,
    })),
    { value: 0, label: sessionWords.office },
  ]
}
