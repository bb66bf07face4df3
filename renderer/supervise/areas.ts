/** The areas of whoever oversees, in the order in which they are shown; each plugs in by one line, and its page is loaded when it is
 *  opened. */
import { type ComponentType, lazy } from 'react'
import { type Below, mayOpen } from '../../shared/contract/pages.ts'
import type { Holding } from '../../shared/people/role.ts'
import { areaWords } from '../words/supervise.ts'

/** Its place under /supervise, where shared/contract/pages.ts says who opens it; what lies deeper is the page's own affair. */
type AreaPath = Exclude<Below<'/supervise'>, `${string}/${string}`>
export type Area = {
  path: AreaPath
  label: string
  Page: ComponentType
}

// prettier-ignore
// biome-ignore format: one line each
export const areas: readonly Area[] = [
  area('figures', areaWords.figures, async () => (await import('./figures/figures-page.tsx')).FiguresPage),
  area('in-time', areaWords.inTime, async () => (await import('./in-time/in-time-page.tsx')).InTimePage),
  area('plans', areaWords.plans, async () => (await import('./plans/plans-page.tsx')).PlansPage),
  area('exports', areaWords.exports, async () => (await import('./exports/exports-page.tsx')).ExportsPage),
  area('close', areaWords.close, async () => (await import('./close/close-page.tsx')).ClosePage),
  area('ratings', areaWords.ratings, async () => (await import('./ratings/ratings-page.tsx')).RatingsPage),
  area('audit', areaWords.audit, async () => (await import('./audit/audit-page.tsx')).AuditPage),
]

function area(path: AreaPath, label: string, load: () => Promise<ComponentType>): Area {
  return { path, label, Page: lazy(async () => ({ default: await load() })) }
}

export function areasFor(capacities: readonly Holding[]): Area[] {
  return areas.filter(({ path }) => mayOpen(`/supervise/${path}`, capacities))
}

export function areaTo({ path }: Area): `/supervise/${AreaPath}` {
  return `/supervise/${path}`
}
