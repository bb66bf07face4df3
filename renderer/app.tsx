/** The whole window: who is signed in, and the pages. The sign-in page is drawn without Ant Design, which comes with the pages. */
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { type First, Gate } from './session/gate.tsx'

const loadPages = () => import('./pages.tsx')
const Pages = lazy(async () => ({ default: (await loadPages()).Pages }))
const Messages = lazy(async () => ({ default: (await loadPages()).Messages }))

export function DeskApp({ first }: { first: First | null }): ReactNode {
  // The sign-in page comes first; the rest is there before a password is typed.
  const [isDrawn, setIsDrawn] = useState(false)
  useEffect(() => {
    requestIdleCallback(() => setIsDrawn(true))
  }, [])
  return (
    <>
      <Gate first={first}>
        {(inside) => (
          <Suspense fallback={null}>
            <Pages key={inside.session.person.id} {...inside} />
          </Suspense>
        )}
      </Gate>
      {isDrawn && (
        <Suspense fallback={null}>
          <Messages />
        </Suspense>
      )}
    </>
  )
}
