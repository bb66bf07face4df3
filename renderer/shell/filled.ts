import { type PagePath, pageAt } from '../../shared/contract/pages.ts'

/** Where people fill something in that other pages do not have. */
const filled: ReadonlySet<PagePath | undefined> = new Set<PagePath>([
  '/intake/form/:form',
  '/today/check',
  '/supervise/exports',
  '/supervise/ratings',
  '/supervise/audit/:audit',
  '/stand-ins',
])

/** Would leaving this page now lose something, or take somebody away from what they are filling in? */
export function isFilled(pathname: string): boolean {
  const dialogs = [...document.querySelectorAll('.ant-modal')].filter((each) => each.checkVisibility())
  return filled.has(pageAt(pathname)?.path) || dialogs.some((each) => each.querySelector('input, textarea') !== null)
}
