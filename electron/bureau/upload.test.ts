/** The upload against a bureau that says what a test has it say. The real one is in tests/terminal. */
import { expect, test } from 'vitest'
import type { Instant } from '../../shared/case/ids.ts'
import type { SentRecord, Taken } from '../../shared/contract/routes.ts'
import type { KeptRecord, Known, LedgerState } from '../ledger/ledger.ts'
import { waitAfter } from './backoff.ts'
import { nextBatch } from './batch.ts'
import type { BureauClient, Failure, Reply } from './http.ts'
import type { BureauMark } from './mark.ts'
import { startUploading } from './upload.ts'

const digest = (seq: number) => `digest ${seq}`
const at = '2026-11-24T01:02:03.004Z' as Instant

class PaperLedger {
  first = 1
  compared: Known[] = []
  state: LedgerState = { state: 'ready' }
  droppedBelow = 0
  constructor(
    public count: number,
    readonly bytes = 10,
  ) {}
  get last() {
    return { seq: this.count, digest: digest(this.count) }
  }
  read(from: number, limit: number): KeptRecord[] {
    const until = Math.min(this.count, from + limit - 1)
    return Array.from({ length: Math.max(0, until - from + 1) }, (_, i) => {
      return { seq: from + i, hash: digest(from + i), bytes: Buffer.alloc(this.bytes, 'x') }
    })
  }
  digestAt = (seq: number) => (seq <= this.count ? digest(seq) : undefined)
  compare(known: Known): LedgerState {
    this.compared.push(known)
    const { seq = 0, digest: said = '' } = known.bureau ?? {}
    if (seq > this.count || digest(seq) !== said) this.state = { state: 'readOnly', why: 'rolledBack', detail: '' }
    return this.state
  }
  dropBelow(seq: number) {
    this.droppedBelow = seq
  }
}

/** Takes what follows what it has, as the contract says; `says` can answer in its place. */
class PaperBureau {
  taken = 0
  incarnation = 'first'
  asked: string[] = []
  says: ((route: string, records: SentRecord[]) => Partial<Taken> | Failure | undefined) | undefined
  call: BureauClient['call'] = async (route, input) => {
    const records = (input as { records?: SentRecord[] } | null)?.records ?? []
    this.asked.push(records.length === 0 ? route : `${records[0]!.seq}-${records.at(-1)!.seq}`)
    const said = this.says?.(route, records)
    if (said !== undefined && 'kind' in said) return { ok: false, failure: said }
    const fits = records[0]?.seq === undefined || records[0].seq <= this.taken + 1
    if (fits) this.taken = Math.max(this.taken, records.at(-1)?.seq ?? 0)
    const problem = fits ? null : { what: 'expected' as const, seq: this.taken + 1 }
    const { taken, incarnation } = this
    const value: Taken = { taken, digest: digest(taken), incarnation, backedUp: 0, problem, ...said }
    return { ok: true, value } as Reply<never>
  }
}

function uploading(ledger: PaperLedger, bureau: PaperBureau, before?: BureauMark) {
  const kept: BureauMark[] = []
  const reached: string[] = []
  const upload = startUploading({
    ledger,
    client: bureau,
    before,
    keep: (mark) => void kept.push(mark),
    everyMs: () => 3_600_000,
    now: () => at,
    random: () => 0,
    changed: () => {},
    reached: () => void reached.push(upload.state.state),
    mayDropBelow: (backedUp) => backedUp,
  })
  return { upload, kept, reached }
}

test('R-TERMINAL-25: the ledger goes up in order, in batches of at most 300, and what the bureau has is not sent again', async () => {
  const bureau = new PaperBureau()
  bureau.taken = 40
  const { upload, kept } = uploading(new PaperLedger(700), bureau)
  await upload.now()
  expect(bureau.asked).toEqual(['GET /v1/mark', '41-340', '341-640', '641-700', 'GET /v1/mark'])
  expect(upload.state).toMatchObject({ state: 'connected', cause: null, mark: { taken: 700 } })
  expect(kept.at(-1)).toMatchObject({ taken: 700, digest: digest(700), at })
  await upload.stop()
})

test('R-TERMINAL-26: a batch is at most 4 MB as it travels, and at least one record', () => {
  const sizes = (bytes: number) => nextBatch(new PaperLedger(300, bytes), 1).length
  expect(sizes(10)).toBe(300)
  expect(sizes(60_000)).toBe(50)
  expect(sizes(5_000_000)).toBe(1)
  expect(nextBatch(new PaperLedger(3), 4)).toEqual([])
})

test('R-TERMINAL-27: a restored bureau gets again what it lost', async () => {
  const ledger = new PaperLedger(500)
  const bureau = new PaperBureau()
  const { upload } = uploading(ledger, bureau)
  await upload.now()
  bureau.taken = 120
  bureau.incarnation = 'restored'
  bureau.asked = []
  await upload.now()
  expect(bureau.asked).toEqual(['GET /v1/mark', '121-420', '421-500'])
  expect(upload.state.mark).toMatchObject({ taken: 500, incarnation: 'restored' })
  await upload.stop()
})

test('R-TERMINAL-28: a gap is filled from where the bureau expects it', async () => {
  const bureau = new PaperBureau()
  let lost = true
  bureau.says = (route) => {
    if (route !== 'POST /v1/records' || !lost) return undefined
    lost = false
    bureau.taken = 4
    return { taken: 4, digest: digest(4), problem: { what: 'expected', seq: 5 } }
  }
  bureau.taken = 9
  const { upload } = uploading(new PaperLedger(20), bureau)
  await upload.now()
  expect(bureau.asked.slice(0, 3)).toEqual(['GET /v1/mark', '10-20', '5-20'])
  expect(upload.state).toMatchObject({ state: 'connected', mark: { taken: 20 } })
  await upload.stop()
})

test.each([
  ['it names the record', { problem: { what: 'differs', seq: 3 } } as const],
  ['its digest is another', { taken: 3, digest: 'another' }],
  ['it has more than the terminal', { taken: 9, digest: digest(9) }],
])(
  'R-TERMINAL-29: other content under a known number is refused, and the ledger takes no more acts (%s)',
  async (_, says) => {
    const ledger = new PaperLedger(5)
    const bureau = new PaperBureau()
    bureau.says = (route) => (route === 'POST /v1/records' ? says : undefined)
    const { upload } = uploading(ledger, bureau)
    await upload.now()
    expect(upload.state).toMatchObject({ state: 'refused', cause: 'differs' })
    expect(ledger.state).toMatchObject({ state: 'readOnly', why: 'rolledBack' })
    await upload.stop()
  },
)

test('R-TERMINAL-30: a bureau that takes nothing and gives no reason is not asked for ever', async () => {
  const bureau = new PaperBureau()
  bureau.says = () => ({ taken: 2, digest: digest(2) })
  const { upload } = uploading(new PaperLedger(5), bureau)
  await upload.now()
  expect(bureau.asked.length).toBeLessThan(12)
  expect(upload.state).toMatchObject({ cause: 'notTaken' })
  expect(upload.state.nextTry).not.toBeNull()
  await upload.stop()
})

test.each<[string, Failure, string, string]>([
  ['no network', { kind: 'offline', cause: 'unreachable' }, 'offline', 'unreachable'],
  ['another certificate', { kind: 'offline', cause: 'certificate' }, 'offline', 'certificate'],
  ['a stopped terminal', { kind: 'bureau', status: 403, code: 'terminalStopped' }, 'stopped', 'terminalStopped'],
  ['an unknown terminal', { kind: 'bureau', status: 401, code: 'unknownTerminal' }, 'refused', 'unknownTerminal'],
  ['a busy bureau', { kind: 'bureau', status: 429, code: 'tooMany' }, 'offline', 'tooMany'],
  ['an answer nobody can read', { kind: 'strange', detail: 'taken' }, 'refused', 'strange'],
])('R-TERMINAL-31: the state says why nothing gets through: %s', async (_, failure, state, cause) => {
  const bureau = new PaperBureau()
  bureau.says = () => failure
  const { upload } = uploading(new PaperLedger(1), bureau)
  await upload.now()
  expect(upload.state).toMatchObject({ state, cause })
  await upload.stop()
})

test('R-TERMINAL-32: waits double from a second to a minute at most, spread so that a hall does not come back at once', () => {
  expect([1, 2, 3, 7, 8, 50, 5000].map((failures) => waitAfter(failures, 1))).toEqual([
    1000, 2000, 4000, 60_000, 60_000, 60_000, 60_000,
  ])
  expect(waitAfter(50, 0)).toBe(30_000)
})

test('R-TERMINAL-33: while a round is under way, one who asks waits for a round that began after', async () => {
  const ledger = new PaperLedger(1)
  const bureau = new PaperBureau()
  const { upload } = uploading(ledger, bureau)
  await upload.now()
  expect(bureau.asked.filter((asked) => asked === 'GET /v1/mark')).toHaveLength(2)
  await upload.stop()
})

test('R-TERMINAL-34: records that are in a backup and that the cache has applied may leave the terminal, no others', async () => {
  const ledger = new PaperLedger(10)
  const bureau = new PaperBureau()
  bureau.says = () => ({ backedUp: 8 })
  const upload = startUploading({
    ledger,
    client: bureau,
    before: undefined,
    keep: () => {},
    everyMs: () => 3_600_000,
    now: () => at,
    random: () => 0,
    changed: () => {},
    reached: () => {},
    mayDropBelow: (backedUp) => Math.min(backedUp, 6),
  })
  await upload.now()
  expect(ledger.droppedBelow).toBe(6)
  await upload.stop()
})

test('R-TERMINAL-57: while records alone do not get through, what the bureau has is asked for all the same', async () => {
  const bureau = new PaperBureau()
  bureau.says = (route) => (route === 'POST /v1/records' ? { kind: 'offline', cause: 'timeout' } : undefined)
  const { upload, reached } = uploading(new PaperLedger(3), bureau)
  await upload.now()
  expect(reached).toContain('offline')
  // Nobody there at all, or a machine that was stopped, asks for nothing.
  for (const failure of [
    { kind: 'offline', cause: 'unreachable' },
    { kind: 'bureau', status: 403, code: 'terminalStopped' },
  ] as const) {
    bureau.says = () => failure
    reached.length = 0
    await upload.now()
    expect(reached).toEqual([])
  }
  await upload.stop()
})
