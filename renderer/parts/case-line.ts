/** A case as a list shows it: masked, with what is left of its time and whose turn it is. Pure. */
import { dayOf } from '../../shared/calendar/day.ts'
import { shownApplicant } from '../../shared/case/applicant.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId, Instant, PrintedNumber, WindowNo } from '../../shared/case/ids.ts'
import { currentStep } from '../../shared/case/steps.ts'
import { sitsThere, turnOf } from '../../shared/case/turn.ts'
import { isUrged } from '../../shared/case/urged.ts'
import type { PublishedBooks } from '../session/session.tsx'
import { listWords } from '../words/lists.ts'
import { seatShort, seatText } from '../words/roles.ts'
import { standText } from '../words/statuses.ts'
import { type TimeLeft, timeLeft } from './time-left.ts'

export type CaseLine = {
  id: CaseId
  number: PrintedNumber
  itemName: string
  applicant: string
  stand: string
  step: string | null
  /** Whose turn; with the name when it was given to somebody. */
  turn: string
  window: WindowNo | null
  receivedAt: Instant
  left: TimeLeft
  /** The day it stands in the list by that is seen, where that list has one of its own. */
  listedBy: string | null
  /** 容缺, in the list of what runs out: how long is left, and once it has, whom to call. */
  owed: { left: string; call: string | null } | null
  /** own acts on it that are not confirmed yet, and whether one may be in conflict */
  unconfirmed: boolean
  conflict: boolean
  /** 催办, and it still waits */
  urged: boolean
  /** 会办, and of whom; null where nobody was asked */
  joint: string | null
  /** whom it was given to who sits there no longer: it waits on the common list */
  was: string | null
}

export type KnownCase = { kase: Case; unconfirmed: boolean; conflict: boolean }

/** 窗口人员、首席代表 · or the person it was given to, while they sit there; nobody's when it is closed. */
export function turnText(kase: Case, books: PublishedBooks, now: Instant, say = seatText): string {
  if (kase.status === 'closed') return '—'
  if (kase.assignee !== null && leftBy(kase, books, now) === null) return books.nameOf(kase.assignee)
  const item = books.itemOf(kase.item, kase.editions.catalogue)
  const seats = item === undefined ? [] : turnOf(kase, item)
  const words = seats.map(({ role, office }) => say(role, office === null ? null : books.officeName(office)))
  return [...new Set(words)].join('、') || '—'
}

/** 会办：王样例、李样例, while somebody was asked and has not answered. */
export function jointText(
  { status, coExaminers }: Pick<Case, 'status' | 'coExaminers'>,
  books: PublishedBooks,
): string | null {
  if (status === 'closed' || coExaminers.length === 0) return null
  return listWords.joint(coExaminers.map((id) => books.nameOf(id)))
}

/** The name of whom a case was given to who sits no longer where it goes on. */
export function leftBy(kase: Case, books: PublishedBooks, now: Instant): string | null {
  const { assignee } = kase
  const item = books.itemOf(kase.item, kase.editions.catalogue)
  if (assignee === null || kase.status === 'closed' || item === undefined) return null
  return sitsThere(assignee, kase, item, books.published.people, dayOf(now)) ? null : books.nameOf(assignee)
}

export function caseLine({ kase, unconfirmed, conflict }: KnownCase, books: PublishedBooks, now: Instant): CaseLine {
  const item = books.itemOf(kase.item, kase.editions.catalogue)
  return {
    id: kase.id,
    number: kase.number,
    itemName: item?.name ?? kase.item,
    applicant: shownApplicant(kase, item),
    stand: standText(kase, item ?? kase),
    step: kase.status === 'underReview' && item !== undefined ? (currentStep(kase, item)?.name ?? null) : null,
    turn: turnText(kase, books, now, seatShort),
    window: kase.window,
    receivedAt: kase.received.at,
    left:
      item === undefined
        ? { light: 'none', words: '—', day: null, provisional: false }
        : timeLeft(kase, item, {
            calendar: books.calendar,
            lights: books.hall.lights,
            closesAt: books.hall.closesAt,
            now,
          }),
    listedBy: null,
    owed: null,
    unconfirmed,
    conflict,
    urged: isUrged(kase),
    joint: jointText(kase, books),
    was: leftBy(kase, books, now),
  }
}
