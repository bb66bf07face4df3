/** 说明原因: why a case of the plan is not done, in words. */
import { type ReactNode, useState } from 'react'
import type { ShownLine } from '../../../shared/contract/plans.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { ReasonBox } from '../../ui/reason-box.tsx'
import { planWords } from '../../words/plans.ts'

type Props = { line: ShownLine; onClose: () => void; onSay: (text: string) => Promise<void> }

export function ReasonDialog({ line, onClose, onSay }: Props): ReactNode {
  const [text, setText] = useState(line.said ?? '')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    if (text.trim() === '' || busy) return
    setBusy(true)
    await onSay(text.trim()).finally(() => setBusy(false))
  }
  useHotkey('F9', () => void send())
  return (
    <Dialog
      title={planWords.explainTitle(numberWords(line.number))}
      okText={
        <>
          {planWords.save} <kbd>F9</kbd>
        </>
      }
      okButtonProps={{ disabled: text.trim() === '', loading: busy }}
      cancelButtonProps={{ hidden: true }}
      onOk={() => void send()}
      onClose={onClose}
    >
      <ReasonBox
        label={planWords.explainLabel}
        reasons={planWords.explainReasons}
        value={text}
        onChange={setText}
        onSubmit={() => void send()}
      />
    </Dialog>
  )
}
