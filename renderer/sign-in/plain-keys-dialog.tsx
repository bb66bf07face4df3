/** A system that keeps no keys: what it means, what is safe all the same, what to do. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Themed } from '../themed.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ABOVE_LOCK } from '../ui/feedback.ts'
import { plainKeyWords } from '../words/keys.ts'

export function PlainKeysDialog({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Themed bare>
      <Dialog
        title={plainKeyWords.title}
        width={760}
        zIndex={ABOVE_LOCK}
        onClose={onClose}
        footer={
          <Button type="primary" onClick={onClose}>
            {plainKeyWords.close} <kbd>Esc</kbd>
          </Button>
        }
      >
        <div className="plain-keys">
          {plainKeyWords.parts.map(({ title, lines }) => (
            <section key={title}>
              <h2>{title}</h2>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </section>
          ))}
        </div>
      </Dialog>
    </Themed>
  )
}
