/** The frame of whoever oversees: the areas beside each other, and the page of the one that is open. */
import { Spin } from 'antd'
import { type ReactNode, Suspense } from 'react'
import { Navigate, NavLink, Route, Routes } from 'react-router'
import type { HallId } from '../../shared/case/ids.ts'
import { withHall } from '../parts/looked-at.ts'
import { useSession } from '../session/session.tsx'
import { listWords } from '../words/lists.ts'
import { areaWords } from '../words/supervise.ts'
import { type Area, areasFor, areaTo } from './areas.ts'
import { HallChoice } from './hall/hall-choice.tsx'
import { OfHall } from './hall/of-hall.tsx'
import { useLookedAt } from './hall/use-looked-at.ts'
import './areas.css'

export function AreaPages(): ReactNode {
  const areas = areasFor(useSession().capacities)
  const [first] = areas
  const looking = useLookedAt()
  // From another hall one goes on to that hall's pages.
  const to = (area: Area) => (looking.isOther && looking.of !== null ? toOther(area, looking.of.id) : areaTo(area))
  return (
    <div className="areas">
      {areas.length > 1 && (
        <div className="area-bar">
          <nav className="area-links" aria-label={areaWords.places}>
            {areas.map((area) => (
              <NavLink key={area.path} to={to(area)}>
                {area.label}
              </NavLink>
            ))}
          </nav>
          <HallChoice {...looking} />
        </div>
      )}
      <OfHall looking={looking}>
        <Suspense fallback={<Spin className="area-waiting" description={listWords.reading} />}>
          <Routes>
            {areas.map(({ path, Page }) => (
              <Route key={path} path={`${path}/*`} element={<Page />} />
            ))}
            <Route path="*" element={<Navigate to={first === undefined ? '/' : areaTo(first)} replace />} />
          </Routes>
        </Suspense>
      </OfHall>
    </div>
  )
}

/** Of 计划与评比 another hall's months are told, and not its weeks. */
function toOther(area: Area, hall: HallId): string {
  return withHall(area.path === 'plans' ? '/supervise/plans/month' : areaTo(area), hall)
}
