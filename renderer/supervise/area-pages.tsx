/** The frame of whoever oversees: the areas beside each other, and the page of the one that is open. */
import { Spin } from 'antd'
import { type ReactNode, Suspense } from 'react'
import { Navigate, NavLink, Route, Routes } from 'react-router'
import { useSession } from '../session/session.tsx'
import { listWords } from '../words/lists.ts'
import { areaWords } from '../words/supervise.ts'
import { areasFor, areaTo } from './areas.ts'
import './areas.css'

export function AreaPages(): ReactNode {
  const areas = areasFor(useSession().capacities)
  const [first] = areas
  return (
    <div className="areas">
      {areas.length > 1 && (
        <nav className="area-links" aria-label={areaWords.places}>
          {areas.map((area) => (
            <NavLink key={area.path} to={areaTo(area)}>
              {area.label}
            </NavLink>
          ))}
        </nav>
      )}
      <Suspense fallback={<Spin className="area-waiting" description={listWords.reading} />}>
        <Routes>
          {areas.map(({ path, Page }) => (
            <Route key={path} path={`${path}/*`} element={<Page />} />
          ))}
          <Route path="*" element={<Navigate to={first === undefined ? '/' : areaTo(first)} replace />} />
        </Routes>
      </Suspense>
    </div>
  )
}
