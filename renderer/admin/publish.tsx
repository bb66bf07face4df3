/** The last step: asked once more, sent to the bureau, and its answer said. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { FileProblem, PublishOutcome } from '../../shared/contract/views.ts'
import { ask } from '../ui/feedback.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { adminWords, notPublished } from '../words/admin.ts'
import { FileProblems } from './file-problems.tsx'

type Props = {
  /** 发布“高龄津贴”？ */
  question: string
  text: string
  disabled: boolean
  send: () => Promise<PublishOutcome>
  onPublished: (answer: Extract<PublishOutcome, { ok: true }>) => void
}

export function Publish({ question, text, disabled, send, onPublished }: Props): ReactNode {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Extract<PublishOutcome, { ok: false }> | null>(null)
  const publish = async () => {
    const { publish: yes, cancel: no, publishText: content } = adminWords
    if (!(await ask({ title: question, content, yes, no }))) return
    setBusy(true)
    setRefused(null)
    try {
      const answer = await send()
      if (answer.ok) onPublished(answer)
      else setRefused(answer)
    } catch (error) {
      showProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const start = () => void publish()
  useHotkey('F9', disabled || busy ? undefined : start)
  return (
    <div className="admin-publish">
      {refused !== null && (
        <p role="alert" className="admin-bad">
          {notPublished[refused.why]}
        </p>
      )}
      {refused !== null && problemsOf(refused).length > 0 && (
        <FileProblems text={text} problems={problemsOf(refused)} />
      )}
      <Button type="primary" size="large" disabled={disabled} loading={busy} onClick={start}>
        {adminWords.publish} <kbd>F9</kbd>
      </Button>
    </div>
  )
}

function problemsOf(refused: Extract<PublishOutcome, { ok: false }>): readonly FileProblem[] {
  return 'problems' in refused ? refused.problems : []
}
