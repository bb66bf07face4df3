/** Who may open which page. A page that is not named here does not compile; whoever may not open one is led back to the first. */
import { type Holding, overseers, type Role } from '../../shared/people/role.ts'

export const pageRoles = {
  '/intake/*': ['clerk'],
  '/tasks': 'all',
  '/tasks/again': 'all',
  '/case/:id': 'all',
  '/search': 'all',
  '/today': [...overseers, 'clerk'],
  '/today/check': [...overseers, 'clerk'],
  /** Its areas say by themselves who opens each. */
  '/supervise/*': 'all',
  '/stand-ins': ['supervisor', 'chief'],
  '/admin/*': ['admin'],
} as const satisfies Record<string, readonly Role[] | 'all'>
export type PagePath = keyof typeof pageRoles

export function mayOpen(path: PagePath, capacities: readonly Pick<Holding, 'role'>[]): boolean {
  const roles: readonly Role[] | 'all' = pageRoles[path]
  return roles === 'all' || capacities.some(({ role }) => roles.includes(role))
}
