/** 计划与评比: the week's plans and results, and a month of windows beside each other. */
import type { ReactNode } from 'react'
import { Navigate, NavLink, Route, Routes } from 'react-router'
import { mayOpen } from '../../../shared/contract/pages.ts'
import { useSession } from '../../session/session.tsx'
import { planWords } from '../../words/plans.ts'
import { MonthPage } from './month-page.tsx'
import { WeekPage } from './week-page.tsx'
import './plans.css'

export function PlansPage(): ReactNode {
  const { capacities } = useSession()
  const compares = mayOpen('/supervise/plans/month', capacities)
  return (
    <div className="page plans">
      {compares && (
        <nav className="plans-tabs" aria-label={planWords.both}>
          <NavLink to="/supervise/plans/week">{planWords.week}</NavLink>
          <NavLink to="/supervise/plans/month">{planWords.months}</NavLink>
        </nav>
      )}
      <Routes>
        <Route path="week" element={<WeekPage />} />
        <Route path="month" element={<MonthPage />} />
        <Route path="*" element={<Navigate to="/supervise/plans/week" replace />} />
      </Routes>
    </div>
  )
}
