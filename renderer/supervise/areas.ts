/** The areas of whoever oversees, in the order in which they are shown; each plugs in by one line, and its page is loaded when it is
 *  opened. */
import { type ComponentType, lazy } from 'react'
import { type Holding, overseers, type Role } from '../../shared/people/role.ts'
import { figureReaders } from '../../shared/people/whose-figures.ts'
import { areaWords } from '../words/supervise.ts'

export type Area = {
  /** Its place under /supervise; what lies deeper is the page's own affair. */
  path: string
  label: string
  roles: readonly Role[]
  Page: ComponentType
}

// prettier-ignore
// biome-ignore format: one line each
export const areas: readonly Area[] = [
  area('figures', areaWords.figures, figureReaders, async () => (await import('./figures/figures-page.tsx')).FiguresPage),
  area('in-time', areaWords.inTime, overseers, async () => (await import('./in-time/in-time-page.tsx')).InTimePage),
  area('plans', areaWords.plans, [...overseers, 'clerk', 'examiner'], async () => (await import('./plans/plans-page.tsx')).PlansPage),
  area('exports', areaWords.exports, overseers, async () => (await import('./exports/exports-page.tsx')).ExportsPage),
  area('close', areaWords.close, overseers, async () => (await import('./close/close-page.tsx')).ClosePage),
  area('ratings', areaWords.ratings, overseers, async () => (await import('./ratings/ratings-page.tsx')).RatingsPage),
  area('audit', areaWords.audit, ['supervisor'], async () => (await import('./audit/audit-page.tsx')).AuditPage),
]

function area(path: string, label: string, roles: readonly Role[], load: () => Promise<ComponentType>): Area {
  return { path, label, roles, Page: lazy(async () => ({ default: await load() })) }
}

export function areasFor(capacities: readonly Holding[]): Area[] {
  return areas.filter(({ roles }) => capacities.some(({ role }) => roles.includes(role)))
}

export function areaTo({ path }: Area): string {
  return `/supervise/${path}`
}
