/**
 * Who may sign in here without the network: people who did so online at this machine, known by a scrypt verifier of their password.
 * Forgotten 30 days after their last online sign-in; 5 wrong passwords lock a person for 5 minutes.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { Instant, type PersonId } from '../../shared/case/ids.ts'
import { Person } from '../../shared/people/role.ts'
import { type Disk, realDisk } from '../disk/disk.ts'
import { keepAside, readWhole, writeWhole } from '../disk/files.ts'
import { seal, unseal } from './sealed.ts'

const DAY_MS = 86_400_000
const REMEMBERED_MS = 30 * DAY_MS
const WRONG_BEFORE_LOCK = 5
const LOCK_MS = 5 * 60_000
const PURPOSE = 'offline sign-in'

const Verifier = z.strictObject({
  person: Person,
  salt: z.base64(),
  hash: z.base64(),
  /** scrypt's N; r is 8 and p is 1. */
  cost: z.int().min(1024),
  /** The last online sign-in. */
  online: Instant,
  /** Wrong passwords since the last right one. */
  wrong: z.int().min(0),
  lockedAt: Instant.nullable(),
})
type Verifier = z.infer<typeof Verifier>

const VerifierFile = z.strictObject({
  format: z.literal(1),
  people: z.array(Verifier),
})
type VerifierFile = z.infer<typeof VerifierFile>

/** `unknown`: never signed in online here, or too long ago. */
export type OfflineSignIn =
  | { result: 'right'; person: Person }
  | { result: 'wrong' | 'unknown' }
  | { result: 'locked'; tryAgainAt: Instant }

export interface Verifiers {
  /** After an online sign-in: this password signs this person in here for 30 days, offline too. */
  learn(person: Person, password: string): Promise<void>
  /** One try at a time for each person; each is counted on the disk before it is looked at. */
  check(person: PersonId, password: string): Promise<OfflineSignIn>
  /** Who could sign in offline now. */
  known(): { id: PersonId; name: string }[]
  /** The bureau no longer takes what was learned. */
  forget(person: PersonId): Promise<void>
}

export type VerifiersOptions = {
  readonly file: string
  /** subkey(dataKey, 'verifiers') */
  readonly key: Buffer
  readonly now: () => Instant
  readonly disk?: Disk
  /** scrypt's N; 2^15 unless said. */
  readonly cost?: number
}

/** A file that cannot be opened is kept aside, and everybody signs in online once. */
export function openVerifiers(options: VerifiersOptions): { verifiers: Verifiers; keptAside: string | null } {
  const { file, key, now, disk = realDisk, cost = 2 ** 15 } = options
  disk.makeFolder(dirname(file))
  const bytes = readWhole(file, disk)
  const read = bytes && parse(unseal(key, PURPOSE, bytes))
  const keptAside =
    bytes !== undefined && read === undefined ? keepAside(file, join(dirname(file), 'aside'), disk) : null
  let content: VerifierFile = read ?? { format: 1, people: [] }
  const turns = new Map<PersonId, Promise<unknown>>()

  const write = (next: VerifierFile) => {
    writeWhole(file, seal(key, PURPOSE, Buffer.from(JSON.stringify(next))), disk)
    content = next
  }
  /** In their place, so that a list of people does not jump about. */
  const put = (verifier: Verifier, among = content.people) => {
    const at = among.findIndex(({ person }) => person.id === verifier.person.id)
    write({ format: 1, people: at < 0 ? [...among, verifier] : among.with(at, verifier) })
  }
  const isRemembered = ({ online }: Verifier) => Date.parse(now()) - Date.parse(online) <= REMEMBERED_MS
  const find = (id: PersonId) => content.people.find((one) => one.person.id === id && isRemembered(one))

  const tryOnce = async (id: PersonId, password: string): Promise<OfflineSignIn> => {
    let verifier = find(id)
    if (verifier === undefined) return { result: 'unknown' }
    const at = now()
    if (verifier.lockedAt !== null) {
      // A clock put back since then does not lengthen the lock: it is counted anew from this try.
      if (verifier.lockedAt > at) verifier = { ...verifier, lockedAt: at }
      const until = Date.parse(verifier.lockedAt!) + LOCK_MS
      if (Date.parse(at) < until) {
        put(verifier)
        return { result: 'locked', tryAgainAt: new Date(until).toISOString() as Instant }
      }
      verifier = { ...verifier, lockedAt: null, wrong: 0 }
    }
    const wrong = verifier.wrong + 1
    const counted = { ...verifier, wrong, lockedAt: wrong >= WRONG_BEFORE_LOCK ? at : null }
    put(counted)
    const hash = await scryptOf(password, Buffer.from(counted.salt, 'base64'), counted.cost)
    if (!timingSafeEqual(hash, Buffer.from(counted.hash, 'base64'))) return { result: 'wrong' }
    put({ ...counted, wrong: 0, lockedAt: null })
    return { result: 'right', person: counted.person }
  }

  /** Scrypt takes its time: what is done with one person's verifier is done in turn. */
  const inTurn = <T>(id: PersonId, work: () => Promise<T>): Promise<T> => {
    const result = (turns.get(id) ?? Promise.resolve()).then(work)
    turns.set(
      id,
      result.catch(() => undefined),
    )
    return result
  }

  const learn = async (person: Person, password: string) => {
    const salt = randomBytes(16)
    const hash = await scryptOf(password, salt, cost)
    const sealed = { salt: salt.toString('base64'), hash: hash.toString('base64'), cost }
    // The forgotten leave only now that the bureau has just answered: a clock that runs ahead for a day must not empty the list.
    put({ person, ...sealed, online: now(), wrong: 0, lockedAt: null }, content.people.filter(isRemembered))
  }

  const forget = async (id: PersonId) => {
    const people = content.people.filter(({ person }) => person.id !== id)
    if (people.length < content.people.length) write({ ...content, people })
  }

  const verifiers: Verifiers = {
    learn: (person, password) => inTurn(person.id, () => learn(person, password)),
    check: (id, password) => inTurn(id, () => tryOnce(id, password)),
    known: () => content.people.filter(isRemembered).map(({ person: { id, name } }) => ({ id, name })),
    forget: (id) => inTurn(id, () => forget(id)),
  }
  return { verifiers, keptAside }
}

function parse(bytes: Buffer | undefined): VerifierFile | undefined {
  try {
    return bytes && VerifierFile.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return undefined
  }
}

function scryptOf(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, hash: Buffer) => (error === null ? resolve(hash) : reject(error))
    scrypt(password.normalize('NFKC'), salt, 32, { N: cost, r: 8, p: 1, maxmem: 256 * 8 * cost }, done)
  })
}
