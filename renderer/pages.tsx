/** What is there once somebody has signed in: the frame and the pages in it. Loaded while they type their password. */
// Before the style sheets of the pages, which change some of it.
import 'antd/dist/antd.css'
import { type ReactNode, useState } from 'react'
import { HashRouter, Navigate, Route, Routes, useLocation } from 'react-router'
import { mayOpen, type PagePath, pageAt } from '../shared/contract/pages.ts'
import type { Holding } from '../shared/people/role.ts'
import { AdminPage } from './admin/admin-page.tsx'
import { CasePage } from './case/case-page.tsx'
import { IntakePage } from './intake/intake-page.tsx'
import { JustSavedProvider } from './intake/just-saved.tsx'
import { SearchPage } from './search/search-page.tsx'
import { Below, type Inside } from './session/below.tsx'
import { useSession } from './session/session.tsx'
import { Linked } from './shell/linked.tsx'
import { NotYours } from './shell/not-yours.tsx'
import { Shell } from './shell/shell.tsx'
import { AreaPages } from './supervise/area-pages.tsx'
import { StandInsPage } from './supervise/stand-ins-page.tsx'
import { DueAgainPage } from './tasks/due-again-page.tsx'
import { TasksPage } from './tasks/tasks-page.tsx'
import { Messages, Themed } from './themed.tsx'
import { DayCheckPage } from './today/day-check-page.tsx'
import { TodayPage } from './today/today-page.tsx'
import { PageGuard } from './ui/page-guard.tsx'
import { VisitsProvider } from './visit/visits.tsx'

/** These go on by themselves below: the table has each of their pages too. */
type Wide = 'intake' | 'supervise' | 'admin'
type Routed = `/${Wide}/*` | Exclude<PagePath, `/${Wide}` | `/${Wide}/${string}`>

/** Each with who opens it: shared/contract/pages.ts. */
const pages: Record<Routed, ReactNode> = {
  '/intake/*': <IntakePage />,
  '/tasks': <TasksPage />,
  '/tasks/again': <DueAgainPage />,
  '/case/:case': <CasePage />,
  '/search': <SearchPage />,
  '/today/check': <DayCheckPage />,
  '/today': <TodayPage />,
  '/supervise/*': <AreaPages />,
  '/stand-ins': <StandInsPage />,
  '/admin/*': <AdminPage />,
}

export { Messages }

export function Pages(inside: Inside): ReactNode {
  useState(() => beginAtOwn(inside.session.capacities))
  return (
    <Themed>
      <HashRouter>
        <Below {...inside}>
          <Linked locked={inside.locked} />
          <VisitsProvider>
            <JustSavedProvider>
              <Shell {...inside.keys}>
                <PageGuard>
                  <Opened>
                    <Routes>
                      {Object.entries(pages).map(([path, page]) => (
                        <Route key={path} path={path} element={page} />
                      ))}
                    </Routes>
                  </Opened>
                </PageGuard>
              </Shell>
            </JustSavedProvider>
          </VisitsProvider>
        </Below>
      </HashRouter>
    </Themed>
  )
}

/** Whoever sits down where another one was begins at a page of their own. */
function beginAtOwn(capacities: readonly Holding[]): void {
  const page = pageAt(location.hash.slice(1).split('?')[0]!)
  if (page !== undefined && !mayOpen(page.path, capacities)) location.hash = ''
}

/** What is no page leads to the first one; whoever may not open a page reads who does. */
function Opened({ children }: { children: ReactNode }): ReactNode {
  const { capacities } = useSession()
  const page = pageAt(useLocation().pathname)
  if (page === undefined) return <FirstPage />
  return mayOpen(page.path, capacities) ? children : <NotYours path={page.path} />
}

/** Who only oversees begins with the day's count, all others with what waits for them. */
function FirstPage(): ReactNode {
  const { capacities } = useSession()
  const oversees = capacities.every(({ role }) => role === 'supervisor')
  return <Navigate to={oversees ? '/today' : '/tasks'} replace />
}
