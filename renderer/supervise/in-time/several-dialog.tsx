/** One reason for several cases; those that could not be done stay named, with why. */
import { type ReactNode, useRef, useState } from 'react'
import type { ActId, CaseId } from '../../../shared/case/ids.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { usePublished } from '../../session/session.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/feedback.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { inTimeWords } from '../../words/in-time.ts'
import { recordRefusalText } from '../../words/record-refusals.ts'
import type { Failed } from './record-each.ts'

type Props = {
  title: string
  okText: string
  saved: (count: number) => string
  count: number
  /** Undefined: something is missing, and the dialog says what. */
  send: (ids: Map<CaseId, ActId>) => Promise<Failed[]> | undefined
  onClose: () => void
  onDone: () => void
  children: (submit: () => void) => ReactNode
}

export function SeveralDialog({ title, okText, saved, count, send, onClose, onDone, children }: Props): ReactNode {
  const books = usePublished()
  const [ids] = useState(() => new Map<CaseId, ActId>())
  const [failed, setFailed] = useState<readonly Failed[]>([])
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)
  const submit = async () => {
    if (underWay.current) return
    const sent = send(ids)
    if (sent === undefined) return
    underWay.current = true
    setBusy(true)
    try {
      const left = await sent
      if (count > left.length) say(saved(count - left.length))
      setFailed(left)
      if (left.length > 0) return
      onDone()
      onClose()
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }
  useHotkey('F9', () => void submit())
  return (
    <Dialog
      title={title}
      width={620}
      okText={
        <>
          {okText} <kbd>F9</kbd>
        </>
      }
      okButtonProps={{ loading: busy }}
      cancelButtonProps={{ hidden: true }}
      onOk={() => void submit()}
      onClose={busy ? undefined : onClose}
    >
      {children(() => void submit())}
      {failed.length > 0 && (
        <div role="alert" className="in-time-failed">
          <p>{inTimeWords.notSaved(failed.length)}</p>
          <ul>
            {failed.map(({ kase, refusal }) => (
              <li key={kase.id}>
                {numberWords(kase.number)} {recordRefusalText(refusal, books)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  )
}
