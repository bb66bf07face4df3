/** What is there once somebody has signed in: the frame and the pages in it. Loaded while they type their password. */
// Before the style sheets of the pages, which change some of it.
import 'antd/dist/antd.css'
import type { ReactNode } from 'react'
import { HashRouter, Navigate, Route, Routes } from 'react-router'
import { AdminPage } from './admin/admin-page.tsx'
import { CasePage } from './case/case-page.tsx'
import { IntakePage } from './intake/intake-page.tsx'
import { SearchPage } from './search/search-page.tsx'
import { Below, type Inside } from './session/below.tsx'
import { useSession } from './session/session.tsx'
import { Shell } from './shell/shell.tsx'
import { mayOpen, type PagePath } from './shell/who-opens.ts'
import { AreaPages } from './supervise/area-pages.tsx'
import { StandInsPage } from './supervise/stand-ins-page.tsx'
import { DueAgainPage } from './tasks/due-again-page.tsx'
import { TasksPage } from './tasks/tasks-page.tsx'
import { Messages, Themed } from './themed.tsx'
import { DayCheckPage } from './today/day-check-page.tsx'
import { TodayPage } from './today/today-page.tsx'
import { PageGuard } from './ui/page-guard.tsx'
import { VisitsProvider } from './visit/visits.tsx'

/** Each with who opens it: shell/who-opens.ts. */
const pages: Record<PagePath, ReactNode> = {
  '/intake/*': <IntakePage />,
  '/tasks': <TasksPage />,
  '/tasks/again': <DueAgainPage />,
  '/case/:id': <CasePage />,
  '/search': <SearchPage />,
  '/today/check': <DayCheckPage />,
  '/today': <TodayPage />,
  '/supervise/*': <AreaPages />,
  '/stand-ins': <StandInsPage />,
  '/admin/*': <AdminPage />,
}

export { Messages }

export function Pages(inside: Inside): ReactNode {
  return (
    <Themed>
      <HashRouter>
        <Below {...inside}>
          <VisitsProvider>
            <Shell {...inside.keys}>
              <PageGuard>
                <Routes>
                  {Object.entries(pages).map(([path, page]) => (
                    <Route key={path} path={path} element={<For path={path as PagePath}>{page}</For>} />
                  ))}
                  <Route path="*" element={<FirstPage />} />
                </Routes>
              </PageGuard>
            </Shell>
          </VisitsProvider>
        </Below>
      </HashRouter>
    </Themed>
  )
}

/** Whoever may not open a page comes to their first one. */
function For({ path, children }: { path: PagePath; children: ReactNode }): ReactNode {
  return mayOpen(path, useSession().capacities) ? children : <Navigate to="/" replace />
}

/** Who only oversees begins with the day's count, all others with what waits for them. */
function FirstPage(): ReactNode {
  const { capacities } = useSession()
  const oversees = capacities.every(({ role }) => role === 'supervisor')
  return <Navigate to={oversees ? '/today' : '/tasks'} replace />
}
