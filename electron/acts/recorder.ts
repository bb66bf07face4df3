/** Writes acts and notes into the ledger: checks what needs no other picture than the page's, stamps, composes the papers, appends. */
import type { z } from 'zod'
import type { Case } from '../../shared/case/case.ts'
import type { Actor } from '../../shared/case/context.ts'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import { refuse } from '../../shared/case/refusal.ts'
import type { doors } from '../../shared/contract/doors.ts'
import type { Recorded, RecordRefusal, Session } from '../../shared/contract/views.ts'
import type { ActRecord, Note } from '../../shared/record/record.ts'
import type { BureauClock } from '../bureau/clock.ts'
import type { KeptFiles } from '../kept-files/kept-files.ts'
import type { NamedFiles } from '../kept-files/named-files.ts'
import { type Appended, LedgerWriteError, type WritableLedger } from '../ledger/ledger.ts'
import type { Books } from '../published/books.ts'
import { readAct, recordedOf } from './answer.ts'
import { type ClockDoubt, timeToWrite } from './clock-check.ts'
import { numberedFacts, proposedEvents } from './facts.ts'
import { foldAct } from './fold.ts'
import { filesFirstNamed } from './named-files.ts'
import { type Place, recordHead, stampOf } from './stamp.ts'
import type { TimeWatch } from './time-watch.ts'

export type ActRequest = z.output<(typeof doors)['act.record']['input']>
export type ActAnswer = { ok: true; value: Recorded } | { ok: false; refusal: RecordRefusal }
export type NoteAnswer = { ok: true; value: { seq: number } } | { ok: false; refusal: RecordRefusal }

export interface Recorder {
  /** Synchronous: when it answers ok, the act is on the disk. The same act id again gets its first answer. */
  act(request: ActRequest): ActAnswer
  /** Noted by whoever works here now, unless somebody is named. */
  note(note: Note, by?: Session): NoteAnswer
}

export type RecorderOptions = {
  ledger: WritableLedger
  place: Place
  clock: Pick<BureauClock, 'reading'>
  time: TimeWatch
  keptFiles: Pick<KeptFiles, 'has'>
  namedFiles: Pick<NamedFiles, 'name'>
  /** Who works here now; undefined while locked or signed out. */
  session(): Session | undefined
  /** Undefined until something was published to this terminal. */
  books(): Books | undefined
  now(): Instant
  /** Writes an unexpected error down; gives its incident number. */
  report(error: unknown, where: string): string
  /** A record stands. */
  recorded(appended: Appended): void
}

export function makeRecorder(options: RecorderOptions): Recorder {
  const { ledger, place, clock, time } = options

  const act = (request: ActRequest): ActAnswer => {
    const session = options.session()
    if (session === undefined) return no({ why: 'signedOut' })
    const known = ledger.findAct(request.act)
    if (known !== undefined) return { ok: true, value: recordedOf(readAct(ledger, known), true) }
    const obstacle = obstacleTo(request)
    if (obstacle !== undefined) return no(obstacle)
    const now = options.now()
    const doubt = time.doubt(now)
    if (doubt !== undefined && !request.dateConfirmed) return no({ why: 'confirmDate', ...doubt })
    return write(request, session, timeToWrite(now, time.lastRecord), doubt)
  }

  const write = (request: ActRequest, session: Session, at: Instant, doubt: ClockDoubt | undefined): ActAnswer => {
    const books = options.books()
    if (books === undefined) return no(law(refuse('itemUnknown', { item: '' })))
    const first = session.capacities[0]
    if (first === undefined) return no(law(refuse('notYours', { event: request.facts[0]?.type ?? '', seats: [] })))
    if (request.kases.some((kase) => kase.hall !== place.hall)) return no(law(refuse('caseUnknown')))
    const reading = clock.reading(doubt !== undefined)
    const stamp = stampOf(
      request.act,
      recordHead(place, session, first, { seq: ledger.last.seq + 1, at, clock: reading }),
    )
    const kases = new Map<CaseId, Case>(request.kases.map((kase) => [kase.id, kase]))
    const capacities = session.capacities.map(
      ({ role, office, qualifications = [], standsInFor }): Actor => ({
        person: session.person.id,
        name: session.person.name,
        role,
        office,
        qualifications,
        standsInFor,
      }),
    )
    const folded = foldAct(proposedEvents(request.facts, stamp), kases, capacities, books)
    if (!folded.ok) return no(law(folded.refusal))
    const { actor, steps } = folded
    const unkept = nameFiles(request)
    if (unkept !== undefined) return no(unkept)
    const appended = append((seq, take) => ({
      ...recordHead(place, session, actor, { seq, at, clock: reading }),
      kind: 'act',
      act: request.act,
      facts: numberedFacts(request.act, steps, actor, books, take),
    }))
    if (!appended.ok) return appended
    time.wroteAct(at)
    return { ok: true, value: recordedOf(appended.value.body as ActRecord, false) }
  }

  const note = (said: Note, session = options.session()): NoteAnswer => {
    if (session === undefined) return no({ why: 'signedOut' })
    const { state } = ledger
    if (state.state === 'readOnly') return no({ why: 'readOnly', cause: state.why })
    const at = timeToWrite(options.now(), time.lastRecord)
    const held = session.capacities[0]
    if (held === undefined) return no({ why: 'signedOut' })
    const appended = append((seq) => ({
      ...recordHead(place, session, held, { seq, at, clock: clock.reading(false) }),
      kind: 'note',
      note: said,
    }))
    return appended.ok ? { ok: true, value: { seq: appended.value.seq } } : appended
  }

  /** What keeps the ledger from taking this act, whatever it says. */
  const obstacleTo = ({ facts }: ActRequest): RecordRefusal | undefined => {
    const { state } = ledger
    if (state.state === 'readOnly') return { why: 'readOnly', cause: state.why }
    const newCase = facts.some((fact) => fact.type === 'received')
    return state.state === 'nearlyFull' && newCase ? { why: 'diskNearlyFull', freeBytes: state.freeBytes } : undefined
  }

  /** No record names a file that this machine has not got; once it is named, it waits for the bureau. */
  const nameFiles = (request: ActRequest): RecordRefusal | undefined => {
    const files = filesFirstNamed(request)
    const missing = files.filter(({ sha256 }) => !options.keptFiles.has(sha256)).map(({ name }) => name)
    if (missing.length > 0) return { why: 'fileMissing', files: missing }
    try {
      options.namedFiles.name(
        files.map(({ sha256 }) => sha256),
        request.act,
      )
      return undefined
    } catch (error) {
      return { why: 'writeFailed', incident: options.report(error, 'files') }
    }
  }

  const append = (make: Parameters<WritableLedger['append']>[0]) => {
    try {
      const appended = ledger.append(make)
      time.wrote(appended.body.at)
      options.recorded(appended)
      return { ok: true as const, value: appended }
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error
      return no({ why: 'writeFailed', incident: options.report(error, 'ledger') })
    }
  }

  return { act, note }
}

function no(refusal: RecordRefusal): { ok: false; refusal: RecordRefusal } {
  return { ok: false, refusal }
}

function law(refusal: Extract<RecordRefusal, { why: 'law' }>['refusal']): RecordRefusal {
  return { why: 'law', refusal }
}
