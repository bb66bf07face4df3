/** The honest word to IT where the system keeps no keys; what it means is read in a dialog. */
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { plainKeyWords } from '../words/keys.ts'
import { FrontAlert } from './front-alert.tsx'
import { FrontButton } from './front-button.tsx'

const PlainKeysDialog = lazy(async () => ({ default: (await import('./plain-keys-dialog.tsx')).PlainKeysDialog }))

export function PlainKeys(): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <>
      <FrontAlert
        kind="warning"
        action={
          <FrontButton kind="small" onClick={() => setOpen(true)}>
            {plainKeyWords.open}
          </FrontButton>
        }
      >
        {plainKeyWords.short}
      </FrontAlert>
      {open && (
        <Suspense fallback={null}>
          <PlainKeysDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
