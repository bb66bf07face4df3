/** The whole window: theme, who is signed in, and the pages. */
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { type First, Gate } from './session/gate.tsx'
import { theme } from './theme.ts'
import { FeedbackHost } from './ui/feedback.tsx'

/** What is said while more stand there takes the place of the oldest: they lie over the page. */
const MOST_MESSAGES = 3

const loadPages = () => import('./pages.tsx')
const Pages = lazy(async () => ({ default: (await loadPages()).Pages }))

export function DeskApp({ first }: { first: First | null }): ReactNode {
  // The sign-in page comes first; the rest is there before a password is typed.
  useEffect(() => {
    requestIdleCallback(() => void loadPages())
  }, [])
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <App style={{ height: '100%' }} message={{ maxCount: MOST_MESSAGES }}>
        <FeedbackHost />
        <Gate first={first}>
          {(inside) => (
            <Suspense fallback={null}>
              <Pages key={inside.session.person.id} {...inside} />
            </Suspense>
          )}
        </Gate>
      </App>
    </ConfigProvider>
  )
}
