/** Every page of the desk by its address, and who opens it. The router, the ways that lead to a page and the refusal read this table; a
 *  page that is not named here does not compile. */
import { type Holding, overseers, type Role } from '../people/role.ts'
import { figureReaders } from '../people/whose-figures.ts'

type Opens = readonly Role[] | 'all'

const planners = [...overseers, 'clerk', 'examiner'] as const
const counters = [...overseers, 'clerk'] as const

/** Where two could be meant, the more special one comes first. */
export const pages = {
  '/intake': ['clerk'],
  '/intake/form/:form': ['clerk'],
  '/intake/saved': ['clerk'],
  '/tasks': 'all',
  '/tasks/again': 'all',
  '/case/:case': 'all',
  '/search': 'all',
  '/today': counters,
  '/today/check': counters,
  /** Leads on to the first of the areas below that somebody has. */
  '/supervise': planners,
  '/supervise/figures': figureReaders,
  '/supervise/in-time': overseers,
  '/supervise/plans': planners,
  '/supervise/plans/week': planners,
  '/supervise/plans/month': overseers,
  '/supervise/exports': overseers,
  '/supervise/close': overseers,
  '/supervise/close/:day': overseers,
  '/supervise/ratings': overseers,
  /** Chiefs and heads open personal data themselves: who looks into that is the supervisor alone. */
  '/supervise/audit': ['supervisor'],
  '/supervise/audit/openings': ['supervisor'],
  '/supervise/audit/books': ['supervisor'],
  '/supervise/audit/:audit': ['supervisor'],
  '/stand-ins': ['supervisor', 'chief'],
  '/admin': ['admin'],
  '/admin/confirm': ['admin'],
  '/admin/hall': ['admin'],
  '/admin/calendar': ['admin'],
  '/admin/item/:code': ['admin'],
  '/admin/item-file': ['admin'],
  '/admin/calendar-file': ['admin'],
} as const satisfies Record<string, Opens>
export type PagePath = keyof typeof pages
/** What lies below a page, by the part of its address that follows. */
export type Below<P extends string> = PagePath extends infer A ? (A extends `${P}/${infer Rest}` ? Rest : never) : never

/** What is given by nobody who only takes such a place for a while (代岗). */
const own: ReadonlySet<PagePath> = new Set(['/stand-ins'])

/** Undefined: everybody. */
export function whoOpens(path: PagePath): readonly Role[] | undefined {
  const opens: Opens = pages[path]
  return opens === 'all' ? undefined : opens
}

export function mayOpen(path: PagePath, capacities: readonly Pick<Holding, 'role' | 'standsInFor'>[]): boolean {
  const opens = whoOpens(path)
  const counted = own.has(path) ? capacities.filter(({ standsInFor }) => standsInFor === undefined) : capacities
  return opens === undefined || counted.some(({ role }) => opens.includes(role))
}

export type PageAt = { path: PagePath; params: Readonly<Record<string, string>> }

/** Which page lies at an address, and what its address names. */
export function pageAt(address: string): PageAt | undefined {
  const parts = partsOf(address)
  for (const path of Object.keys(pages) as PagePath[]) {
    const params = paramsIn(partsOf(path), parts)
    if (params !== undefined) return { path, params }
  }
  return undefined
}

function partsOf(address: string): string[] {
  return address.split('/').filter((part) => part !== '')
}

function paramsIn(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of parts.entries()) {
    const wanted = pattern[at]!
    if (wanted.startsWith(':')) params[wanted.slice(1)] = part
    else if (wanted !== part) return undefined
  }
  return params
}
