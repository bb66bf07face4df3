/** Who works at this terminal: sign-in at the bureau or, where it cannot be reached, against what was learned here; lock, unlock, leave. */
import type { z } from 'zod'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Instant, PersonId, WindowNo } from '../../shared/case/ids.ts'
import type { SignInRefusal } from '../../shared/contract/doors.ts'
import type { Session } from '../../shared/contract/views.ts'
import type { Hall } from '../../shared/people/hall.ts'
import { holdingsOn, type Person } from '../../shared/people/role.ts'
import type { Note } from '../../shared/record/record.ts'
import type { BureauClient } from '../bureau/http.ts'
import type { OfflineSignIn, Verifiers } from '../keys/verifiers.ts'

type Refusal = z.infer<typeof SignInRefusal>
export type SignInAnswer = { ok: true; value: Session } | { ok: false; refusal: Refusal }
export type Credentials = { person: PersonId; password: string; window: WindowNo | null }

export interface SessionKeeper {
  /** Whoever works here now, with the capacities in force today; undefined while locked or signed out. */
  readonly current: Session | undefined
  readonly lockedBy: PersonId | null
  /** Whose place it is, locked or not: what is typed behind a lock is still theirs. */
  readonly person: Person | undefined
  /** For what only the bureau can answer; undefined while nobody is signed in there. */
  readonly token: string | undefined
  signIn(asked: Credentials): Promise<SignInAnswer>
  unlock(password: string): Promise<SignInAnswer>
  lock(): void
  signOut(): void
  /** The bureau no longer takes this token: it has to be asked again at the next unlocking. */
  tokenEnded(token: string): void
  /** The bureau can be reached: somebody who signed in without it is signed in there too. */
  reachable(): Promise<void>
}

export type SessionOptions = {
  client: Pick<BureauClient, 'call'>
  /** Knows people who signed in here before, for when the bureau cannot be asked. */
  people: Verifiers
  /** base64; seals the cache's rows. */
  cacheKey: string
  hall(): Hall | undefined
  now(): Instant
  note(note: Note, by: Session): void
  changed(): void
}

const SIGN_IN_MS = 3000

type Inside = {
  person: Person
  window: WindowNo | null
  since: Instant
  locked: boolean
  token: string | undefined
  /** The bureau takes the token no longer, and nobody has given the password since. */
  ended: boolean
  /** Kept in memory only until the bureau has been asked too: an offline sign-in is confirmed there without disturbing the clerk. */
  unconfirmed: string | undefined
}

export function keepSession(options: SessionOptions): SessionKeeper {
  const { client, people, now } = options
  let inside: Inside | undefined

  const view = (of: Inside): Session => ({
    person: of.person,
    // One's own come first: only what they do not cover is done in another's place.
    capacities: holdingsOn(of.person, dayOf(now())).toSorted(
      (a, b) => Number(a.standsInFor !== undefined) - Number(b.standsInFor !== undefined),
    ),
    window: of.window,
    online: of.token !== undefined,
    ended: of.ended,
    since: of.since,
    cacheKey: options.cacheKey,
  })

  const enter = (person: Person, asked: Credentials, token: string | undefined): SignInAnswer => {
    if (holdingsOn(person, dayOf(now())).length === 0) return no('noRole')
    if (!isOpen(options.hall(), asked.window)) return no('windowClosed')
    if (inside !== undefined && inside.person.id !== person.id) options.note({ type: 'signedOut' }, view(inside))
    const unconfirmed = token === undefined ? asked.password : undefined
    inside = { person, window: asked.window, since: now(), locked: false, token, ended: false, unconfirmed }
    const session = view(inside)
    options.note({ type: 'signedIn', online: session.online }, session)
    options.changed()
    return { ok: true, value: session }
  }

  const signIn = async (asked: Credentials): Promise<SignInAnswer> => {
    const answer = await askBureau(asked)
    if (answer.said === 'no') return { ok: false, refusal: answer.refusal }
    if (answer.said === 'yes') return enter(answer.person, asked, answer.token)
    const known = await people.check(asked.person, asked.password)
    return known.result === 'right' ? enter(known.person, asked, undefined) : refusalOf(known)
  }

  /** The bureau's word on somebody; what it says is learned, or forgotten, for the next time without it. */
  const askBureau = async (asked: Credentials): Promise<BureauSays> => {
    const reply = await client.call('POST /v1/sign-in', asked, { timeoutMs: SIGN_IN_MS, atOnce: true })
    if (!reply.ok) return { said: 'nothing' }
    if (reply.value.ok) {
      const { person, token } = reply.value.value
      await people.learn(person, asked.password)
      return { said: 'yes', person, token }
    }
    const { why, tryAgainAt } = reply.value
    if (why === 'wrong') {
      // A password that was changed at the bureau must not open this terminal any longer.
      const known = await people.check(asked.person, asked.password)
      if (known.result === 'right') await people.forget(asked.person)
    }
    return { said: 'no', refusal: { why, tryAgainAt } }
  }

  const unlock = async (password: string): Promise<SignInAnswer> => {
    const locked = inside
    if (locked === undefined) return no('neverHere')
    const known = await people.check(locked.person.id, password)
    // Forgotten here since, or never learned: only the bureau can say.
    if (known.result === 'unknown') return signIn({ person: locked.person.id, password, window: locked.window })
    if (known.result !== 'right') return refusalOf(known)
    if (inside !== locked) return no('wrong')
    locked.locked = false
    if (locked.token === undefined) locked.unconfirmed = password
    locked.ended = false
    options.changed()
    void reachable()
    return { ok: true, value: view(locked) }
  }

  const reachable = async () => {
    const offline = inside
    if (offline?.unconfirmed === undefined) return
    const password = offline.unconfirmed
    const answer = await askBureau({ person: offline.person.id, password, window: offline.window })
    if (inside !== offline || answer.said === 'nothing') return
    offline.unconfirmed = undefined
    if (answer.said === 'yes') {
      offline.person = answer.person
      offline.token = answer.token
    } else offline.locked = true
    options.changed()
  }

  const signOut = () => {
    if (inside === undefined) return
    options.note({ type: 'signedOut' }, view(inside))
    inside = undefined
    options.changed()
  }

  return {
    get current() {
      return inside === undefined || inside.locked ? undefined : view(inside)
    },
    get lockedBy() {
      return inside?.locked ? inside.person.id : null
    },
    get person() {
      return inside?.person
    },
    get token() {
      return inside?.token
    },
    signIn: inTurn(signIn),
    unlock: inTurn(unlock),
    lock: () => {
      if (inside === undefined || inside.locked) return
      inside.locked = true
      options.changed()
    },
    signOut,
    tokenEnded: (token) => {
      if (inside?.token !== token) return
      inside.token = undefined
      inside.ended = true
      options.changed()
    },
    reachable: inTurn(reachable),
  }
}

type BureauSays =
  | { said: 'yes'; person: Person; token: string }
  | { said: 'no'; refusal: Refusal }
  | { said: 'nothing' }

function no(why: Refusal['why'], tryAgainAt: Instant | null = null): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { why, tryAgainAt } }
}

function refusalOf(known: Exclude<OfflineSignIn, { result: 'right' }>): { ok: false; refusal: Refusal } {
  if (known.result === 'locked') return no('locked', known.tryAgainAt)
  return no(known.result === 'unknown' ? 'neverHere' : 'wrong')
}

/** An office terminal has no window; a window that the hall has closed takes nobody. */
function isOpen(hall: Hall | undefined, window: WindowNo | null): boolean {
  if (window === null || hall === undefined) return true
  return hall.windows.some((each) => each.no === window && each.open)
}

/** A second click waits for the first. */
function inTurn<A extends unknown[], R>(work: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve()
  return (...args) => {
    const turn = last.then(() => work(...args))
    last = turn.catch(() => undefined)
    return turn
  }
}
