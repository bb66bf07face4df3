/** The honest word to IT where the system keeps no keys: what it means, what is safe all the same, what to do. */
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { plainKeyWords } from '../words/keys.ts'

/** Above the lock screen. */
const ABOVE_LOCK = 3100

export function PlainKeys(): ReactNode {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={plainKeyWords.short}
        action={
          <Button size="small" onClick={() => setOpen(true)}>
            {plainKeyWords.open}
          </Button>
        }
      />
      {open && (
        <Dialog
          title={plainKeyWords.title}
          width={760}
          zIndex={ABOVE_LOCK}
          onClose={close}
          footer={
            <Button type="primary" onClick={close}>
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
      )}
    </>
  )
}
