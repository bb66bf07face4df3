/** A file on the screen: its bytes come from the machine and stay in this page, which forgets them when the view is closed. */
import { Spin } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { KeptFile } from '../../../shared/item/kept-file.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { showProblem } from '../../ui/problem.ts'
import { filesWords, showFaultWords } from '../../words/files.ts'
import { bytesOf } from './base64.ts'
import './files.css'

type Opened = { ok: true; value: { content: string } } | { ok: false; refusal: { why: keyof typeof showFaultWords } }
type Props = { file: KeptFile; open: () => Promise<Opened>; onClose: () => void }
type State = { is: 'loading' } | { is: 'shown'; url: string } | { is: 'refused'; why: keyof typeof showFaultWords }

export function FileViewer({ file, open, onClose }: Props): ReactNode {
  const [state, setState] = useState<State>({ is: 'loading' })
  const opening = useRef(open)
  useEffect(() => {
    let url: string | undefined
    let left = false
    opening.current().then(
      (answer) => {
        if (left) return
        if (!answer.ok) return setState({ is: 'refused', why: answer.refusal.why })
        // By the kind that main found in the bytes, never as a page: nothing in it becomes program.
        url = URL.createObjectURL(new Blob([bytesOf(answer.value.content)], { type: file.type }))
        setState({ is: 'shown', url })
      },
      (error: unknown) => {
        setState({ is: 'refused', why: 'cannotDraw' })
        showProblem(error)
      },
    )
    return () => {
      left = true
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [file])
  return (
    <Dialog width={920} title={file.name} footer={null} onClose={onClose}>
      <div className="file-viewer">
        {state.is === 'loading' && <Spin description={filesWords.loading} />}
        {state.is === 'refused' && <p role="alert">{showFaultWords[state.why]}</p>}
        {state.is === 'shown' &&
          (file.type === 'application/pdf' ? (
            <iframe src={`${state.url}#toolbar=0&navpanes=0`} title={`${filesWords.pdf} ${file.name}`} />
          ) : (
            <img src={state.url} alt={file.name} onError={() => setState({ is: 'refused', why: 'cannotDraw' })} />
          ))}
      </div>
    </Dialog>
  )
}
