/** The whole window: theme, who is signed in, and the pages. */
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { HashRouter, Navigate, Route, Routes } from 'react-router'
import { CasePage } from './case/case-page.tsx'
import { IntakePage } from './intake/intake-page.tsx'
import { SearchPage } from './search/search-page.tsx'
import { Gate } from './session/gate.tsx'
import { useSession } from './session/session.tsx'
import { Shell } from './shell/shell.tsx'
import { TasksPage } from './tasks/tasks-page.tsx'
import { theme } from './theme.ts'
import { TodayPage } from './today/today-page.tsx'
import { FeedbackHost } from './ui/feedback.tsx'
import { PageGuard } from './ui/page-guard.tsx'

export function DeskApp(): ReactNode {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App style={{ height: '100%' }}>
        <FeedbackHost />
        <HashRouter>
          <Gate>
            {(keys) => (
              <Shell {...keys}>
                <PageGuard>
                  <Routes>
                    <Route path="/intake/*" element={<IntakePage />} />
                    <Route path="/tasks" element={<TasksPage />} />
                    <Route path="/case/:id" element={<CasePage />} />
                    <Route path="/search" element={<SearchPage />} />
                    <Route path="/today" element={<TodayPage />} />
                    <Route path="*" element={<FirstPage />} />
                  </Routes>
                </PageGuard>
              </Shell>
            )}
          </Gate>
        </HashRouter>
      </App>
    </ConfigProvider>
  )
}

/** Who only oversees begins with the day's count, all others with what waits for them. */
function FirstPage(): ReactNode {
  const { capacities } = useSession()
  const oversees = capacities.every(({ role }) => role === 'supervisor')
  return <Navigate to={oversees ? '/today' : '/tasks'} replace />
}
