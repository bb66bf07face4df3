/** The first start of a machine: the bureau's address and the one-time code that give it its number. */
import { type ReactNode, useRef, useState } from 'react'
import { z } from 'zod'
import type { TerminalState } from '../../shared/contract/views.ts'
import { machine } from '../machine.ts'
import { Line } from '../ui/fields/line.tsx'
import { showProblem } from '../ui/problem.ts'
import { enrolSentences, sessionWords } from '../words/session.ts'
import { Front } from './front.tsx'
import { FrontAlert } from './front-alert.tsx'
import { FrontButton } from './front-button.tsx'
import { FrontField } from './front-field.tsx'

type Props = { terminal: TerminalState; onEnrolled: (terminal: TerminalState) => void }

export function EnrolPage({ terminal, onEnrolled }: Props): ReactNode {
  const [bureau, setBureau] = useState(terminal.suggest?.bureau ?? '')
  const [code, setCode] = useState(terminal.suggest?.code ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)

  const send = async () => {
    const address = z.url().safeParse(bureau.trim())
    if (!address.success) return setWrong(sessionWords.needAddress)
    if (code.trim().length < 6) return setWrong(sessionWords.needCode)
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    try {
      const answer = await machine['terminal.enrol']({ bureau: address.data, code: code.trim() })
      if (answer.ok) onEnrolled(answer.value)
      else setWrong(enrolSentences[answer.refusal.why])
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }

  return (
    <Front terminal={terminal}>
      <h2>{sessionWords.enrolTitle}</h2>
      <p className="lock-text">{sessionWords.enrolText}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <FrontField label={sessionWords.bureauAddress} htmlFor="bureau">
          <Line
            id="bureau"
            value={bureau}
            autoFocus
            placeholder="https://"
            onChange={(event) => setBureau(event.target.value)}
          />
        </FrontField>
        <FrontField label={sessionWords.enrolCode} htmlFor="code">
          <Line id="code" value={code} onChange={(event) => setCode(event.target.value)} />
        </FrontField>
        <div aria-live="assertive">{wrong !== null && <FrontAlert kind="error">{wrong}</FrontAlert>}</div>
        <FrontButton kind="main" busy={busy}>
          {sessionWords.enrol}
        </FrontButton>
      </form>
    </Front>
  )
}
