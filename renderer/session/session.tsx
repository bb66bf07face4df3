/** Who works here now: the session, the terminal and what is published, for every page below. */
import { createContext, useContext } from 'react'
import type { Calendar } from '../../shared/calendar/calendar.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { Editions } from '../../shared/case/events/intake.ts'
import type { Published, Session, TerminalState } from '../../shared/contract/views.ts'
import type { Taken } from '../../shared/item/in-force.ts'
import type { Item, ItemCode } from '../../shared/item/item.ts'
import type { AnyPaperKey } from '../../shared/paper/paper.ts'
import type { Hall } from '../../shared/people/hall.ts'

const SessionContext = createContext<Session | null>(null)
const TerminalContext = createContext<TerminalState | null>(null)
const PublishedContext = createContext<PublishedBooks | null>(null)

export const SessionProvider = SessionContext.Provider
export const TerminalProvider = TerminalContext.Provider
export const PublishedProvider = PublishedContext.Provider

/** The published editions, with what pages look up in them. */
export type PublishedBooks = {
  readonly published: Published
  readonly hall: Hall
  readonly calendar: Calendar
  readonly editions: Editions
  /** Every item of the current edition. */
  readonly items: readonly Item[]
  /** The items that are taken on a day, each under its edition. */
  takenOn(day: Day): readonly Taken[]
  /** An item as it is taken on a day; the current edition's where it is not taken. */
  taken(code: ItemCode, day: Day): Taken | undefined
  /** An item as the edition of a case has it; of the current edition when none is named. */
  itemOf(code: ItemCode, edition?: string): Item | undefined
  /** What an item is called now, or was when the windows last took it; its code where no edition has it. */
  itemName(code: ItemCode): string
  /** A person's name; the sign-in name of somebody unknown here. */
  nameOf(person: string): string
  officeName(office: string): string
  /** Whether the current edition of papers has this one: what it lacks cannot be signed. */
  hasTemplate(key: AnyPaperKey): boolean
}

function need<T>(value: T | null, name: string): T {
  if (value === null) throw new Error(`${name} is used outside its provider`)
  return value
}

/** Who is signed in. Only below the sign-in page. */
export function useSession(): Session {
  return need(useContext(SessionContext), 'useSession')
}

/** The editions this terminal knows. Only below the sign-in page. */
export function usePublished(): PublishedBooks {
  return need(useContext(PublishedContext), 'usePublished')
}

export function useTerminal(): TerminalState {
  return need(useContext(TerminalContext), 'useTerminal')
}
