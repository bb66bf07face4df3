/** Links into the desk (`pioneer-desk://desk/today?day=2026-11-24`): one colleague tells another to look at this. A link names a page and
 *  what was chosen on it, never anything of a person's data: a case by its id. What a page's address may say stands here, for the page
 *  that writes it and for the door that reads it. */
import { z } from 'zod'
import { AuditId } from '../audit/audit.ts'
import { Day } from '../calendar/day.ts'
import { CaseId, HallId, PersonId, PrintedNumber } from '../case/ids.ts'
import { ItemCode } from '../item/item.ts'
import { LINK_SCHEME } from './link-scheme.ts'
import { type PagePath, pageAt } from './pages.ts'

const PLACE = `${LINK_SCHEME}://desk`
/** Of a whole link. */
const LONGEST = 1000

/** One of the page's own words for a choice; what the page does not know it leaves as it is on the first visit. */
const choice = z.string().regex(/^-?[a-zA-Z]{1,30}$/)
const whole = z.string().regex(/^\d{1,3}$/)
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
const period = z
  .string()
  .max(21)
  .refine((text) => text.split('~').length <= 2 && text.split('~').every((day) => Day.safeParse(day).success))
/** A street, a cause, an office: words, and no number of anybody's. */
const words = z
  .string()
  .max(200)
  .regex(/^[^\p{C}<>]*$/u)
  .refine((text) => !/\d{6}/.test(text.replaceAll(/[\s-]/g, '')))

const personOrNobody = z.union([PersonId, z.literal('-')])

/** Whose part of a figure. */
const only = {
  window: whole,
  person: PersonId,
  item: ItemCode,
  system: choice,
  street: words,
  community: words,
  hour: whole,
  weekday: whole,
  cause: words,
}
const of = Object.fromEntries(Object.entries(only).map(([key, schema]) => [`of-${key}`, schema]))

type Says = Readonly<Record<string, z.ZodType<string>>>

/** Null: nothing that somebody else could be shown. A form is its clerk's own, a file was chosen here, and what is looked for may be a
 *  person's number. */
const says: Record<PagePath, Says | null> = {
  '/intake': {},
  '/intake/form/:form': null,
  '/intake/saved': null,
  '/tasks': { list: choice, window: whole, item: ItemCode },
  '/tasks/again': {},
  '/case/:case': {},
  '/search': null,
  '/today': {
    ...{ day: Day, by: choice, open: choice, ...of, 'of-standing': choice, stock: choice },
    ...{ light: choice, whose: choice, group: words },
  },
  '/today/check': { day: Day, window: whole },
  '/supervise': {},
  '/supervise/figures': {
    ...{ period, beside: choice, chosen: period, by: choice, view: choice, set: choice, sort: choice, figure: choice },
    ...{ ...only, open: choice, ...of, 'of-period': period, hall: HallId },
  },
  '/supervise/in-time': { by: choice, group: words, near: choice },
  '/supervise/plans': {},
  '/supervise/plans/week': { week: Day, who: personOrNobody, look: whole, count: choice, of: personOrNobody },
  '/supervise/plans/month': { month, open: choice, window: whole, hall: HallId },
  '/supervise/exports': { what: choice, format: choice, from: Day, to: Day, hall: HallId },
  '/supervise/close': { hall: HallId },
  '/supervise/close/:day': { month, hall: HallId },
  '/supervise/ratings': { day: Day },
  '/supervise/audit': {},
  '/supervise/audit/openings': { from: Day, until: Day, person: PersonId, number: PrintedNumber },
  '/supervise/audit/books': {},
  '/supervise/audit/:audit': { case: CaseId },
  '/stand-ins': {},
  '/admin': { kind: choice, system: choice, certainty: choice },
  '/admin/confirm': {},
  '/admin/hall': {},
  '/admin/calendar': {},
  '/admin/item/:code': {},
  '/admin/item-file': null,
  '/admin/calendar-file': null,
}

const named: Readonly<Record<string, z.ZodType<string>>> = { case: CaseId, day: Day, audit: AuditId, code: ItemCode }

/** Whether a page shows the hall that its address names: what the bureau answers, and no terminal's own. */
export function isOfAnyHall(path: PagePath): boolean {
  return says[path]?.hall !== undefined
}

/** The address that a link leads to; undefined for whatever is no link of this desk. */
export function readLink(link: string): string | undefined {
  if (link.length > LONGEST || !link.startsWith(`${PLACE}/`)) return undefined
  const [place = '', ...rest] = link.slice(PLACE.length).split('?')
  if (rest.length > 1) return undefined
  const said = readSaid(rest[0] ?? '')
  if (said === undefined) return undefined
  // Some programs add a stroke at the end of what they take for a folder.
  return addressOf(place.length > 1 ? place.replace(/\/$/, '') : place, said, 'whole')
}

export function linkTo(address: string): string {
  return PLACE + address
}

/** What of an address somebody else may be told; undefined: nothing. */
export function tellable(address: string): string | undefined {
  const [place = '', query = ''] = address.split('?')
  const told = addressOf(place, readSaid(query) ?? [], 'part')
  return told === undefined || linkTo(told).length > LONGEST ? undefined : told
}

/** An address as a door takes it. */
export const TellableAddress = z
  .string()
  .refine((address) => readLink(linkTo(address)) === address, 'no link leads there')

function addressOf(place: string, said: readonly [string, string][], needed: 'whole' | 'part'): string | undefined {
  const page = pageAt(place)
  const known = page === undefined ? null : says[page.path]
  if (page === undefined || known === null) return undefined
  for (const [name, text] of Object.entries(page.params)) if (!named[name]?.safeParse(text).success) return undefined
  const path = page.path.replace(/:(\w+)/g, (_, name: string) => page.params[name]!)
  if (path !== place) return undefined
  const taken = said.filter(([key, text]) => Object.hasOwn(known, key) && known[key]!.safeParse(text).success)
  if (needed === 'whole' && (taken.length < said.length || new Set(said.map(([key]) => key)).size < said.length))
    return undefined
  const query = taken.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
  return query === '' ? path : `${path}?${query}`
}

/** Undefined: not to be read. */
function readSaid(query: string): [string, string][] | undefined {
  if (query === '') return []
  try {
    return query.split('&').map((pair) => {
      const [key = '', ...text] = pair.split('=').map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
      if (text.length !== 1) throw new Error('neither a name nor a value')
      return [key, text[0]!]
    })
  } catch {
    return undefined
  }
}
