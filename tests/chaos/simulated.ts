/** Thousands of rounds on a disk that loses its power and a network that loses, repeats and reorders: the real ledger and the real rule of taking. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MemoryDisk } from '../../electron/disk/memory-disk.ts'
import type { WritableLedger } from '../../electron/ledger/ledger.ts'
import { openLedger } from '../../electron/ledger/open-ledger.ts'
import { follow, type Mark } from '../../server/follow.ts'
import { genesis } from '../../server/seal.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { ActId, CaseId, Instant, PrintedNumber, TerminalNo } from '../../shared/case/ids.ts'
import type { SentRecord } from '../../shared/contract/routes.ts'
import { type ActRecord, eventsOf, RecordBody } from '../../shared/record/record.ts'
import { realItem } from '../make/catalogue.ts'
import { payloadOf } from '../make/payloads.ts'
import { ChaosCache, PageDied } from './cache.ts'
import { type Chaos, compare, sum } from './outcome.ts'
import { type Chance, chance } from './random.ts'

const terminal = 17 as TerminalNo
const keys = { terminal, dataKey: Buffer.alloc(32, 3), minimumFreeBytes: 0, segmentBytes: 4000 }

const roundsOfABook = 40

/** The bureau's side, in memory: what it has, by the server's own rule. */
type Taker = Mark & { hashes: string[]; bodies: Buffer[]; events: AnyEvent[] }

/** Runs rounds until `rounds`, and says what became of everything that was acknowledged. */
export async function simulate(rounds: number, seed: number): Promise<Chaos> {
  // Only the lock is on a real folder; every file is on the simulated disk.
  const folder = mkdtempSync(path.join(tmpdir(), 'chaos-'))
  try {
    const runs: Chaos[] = []
    // A long book is read whole at each start: many short ones try more in the same time.
    for (let done = 0; done < rounds; done += roundsOfABook) {
      const part = path.join(folder, String(done))
      mkdirSync(part)
      runs.push(await run(Math.min(roundsOfABook, rounds - done), seed + done, part))
    }
    return { ...sum(runs), rounds, seed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(rounds: number, seed: number, dir: string): Promise<Chaos> {
  const book = { ...keys, dir, outsideFile: path.join(dir, 'outside') }
  const dice = chance(seed)
  const acknowledged = new Set<ActId>()
  const bureau: Taker = { taken: 0, digest: genesis(terminal), hashes: [], bodies: [], events: [] }
  const late: SentRecord[][] = []
  let disk = new MemoryDisk()
  let stuck = 0
  let unanswered: ActId | undefined
  let ledgerNow: WritableLedger | undefined
  const cache = new ChaosCache(machineOver(() => ledgerNow, bureau, dice))
  for (let round = 0; round < rounds; round += 1) {
    disk.cutPowerAfter(1 + dice.below(90))
    const opened = await openLedger({
      ...book,
      disk,
      known: { bureau: { seq: bureau.taken, digest: bureau.digest } },
    }).catch(() => undefined)
    try {
      if (opened !== undefined) {
        for (let acts = dice.below(8); acts >= 0; acts -= 1) {
          // The form sends the act again whose answer never came.
          const act: ActId = unanswered ?? (dice.uuid() as ActId)
          unanswered = act
          if (opened.ledger.findAct(act) === undefined) opened.ledger.append(receiving(act, dice.uuid() as CaseId))
          acknowledged.add(act)
          unanswered = undefined
          if (dice.happens(0.5)) upload(opened.ledger, bureau, late, dice)
          ledgerNow = opened.ledger
          if (dice.happens(0.4)) await followOrDie(cache, dice)
        }
        await opened.ledger.verified
      }
    } catch (error) {
      if (!disk.isCut) throw error
    }
    opened?.ledger.close()
    disk = disk.afterPowerCut((most) => dice.below(most + 1))
    if (dice.happens(0.3)) cache.loseCommits(1 + dice.below(4))
    if (dice.happens(0.05)) cache.wipe()
  }
  const { ledger } = await openLedger({ ...book, disk })
  if ((await ledger.verified).result !== 'whole' || ledger.state.state !== 'ready') stuck += 1
  for (let tries = 0; bureau.taken < ledger.last.seq && tries < 1000; tries += 1)
    receive(bureau, batch(ledger, bureau.taken + 1, 300))
  if (bureau.taken !== ledger.last.seq || bureau.digest !== ledger.last.digest) stuck += 1
  ledgerNow = ledger
  await reachEnd(cache, bureau)
  const followed = cache.picture()
  if (cache.unconfirmed > 0) stuck += 1
  cache.wipe()
  await reachEnd(cache, bureau)
  const divergent = followed === cache.picture() ? 0 : 1
  ledger.close()
  return judgeRun(rounds, seed, [...acknowledged], bureau, { stuck, divergent })
}

/** Follows until the bureau has no more. */
async function reachEnd(cache: ChaosCache, bureau: Taker): Promise<void> {
  for (let tries = 0; cache.position < bureau.events.length && tries < 1000; tries += 1) await cache.follow()
  await cache.follow()
}

/** The page follows; now and then it is killed in a write. */
async function followOrDie(cache: ChaosCache, dice: Chance): Promise<void> {
  cache.dies = dice.happens(0.3) ? dice.pick(['beforeCommit', 'afterCommit'] as const) : undefined
  await cache.follow().catch((error: unknown) => {
    if (!(error instanceof PageDied)) throw error
  })
  cache.dies = undefined
}

/** What the cache asks, answered from ledger and bureau in memory, by pages of any size. */
function machineOver(ledger: () => WritableLedger | undefined, bureau: Taker, dice: Chance): ChaosCache['machine'] {
  return {
    'ledger.after': async ({ seq, limit }) => {
      const now = ledger()
      if (now === undefined) throw new Error('no ledger is open')
      const records = now.read(seq + 1, limit).map((each) => ({ seq: each.seq, events: eventsIn(each.bytes) }))
      return { last: now.last.seq, digest: now.last.digest, records }
    },
    'bureau.pull': async ({ cursor }) => {
      if (dice.happens(0.1)) return null
      const from = cursor ?? { position: 0, judged: 0 }
      const limit = 1 + dice.below(20)
      const entries = bureau.events
        .slice(from.position, from.position + limit)
        .map((event, i) => ({ position: from.position + i + 1, event }))
      const verdicts = bureau.events
        .slice(from.judged, from.judged + limit)
        .map((event, i) => ({ ...verdictOn(event), judged: from.judged + i + 1 }))
      const position = from.position + entries.length
      const judged = from.judged + verdicts.length
      const more = entries.length === limit || verdicts.length === limit
      return {
        cursor: { incarnation: 'one', position, judged },
        restart: false,
        entries,
        verdicts,
        tasks: null,
        more,
      }
    },
    'bureau.events': async () => null,
    'cache.mark': async () => null,
  }
}

function verdictOn({ id, case: of, stamp }: AnyEvent) {
  const verdicts = [{ event: id, case: of, standing: 'confirmed' as const, refusal: null }]
  return { seq: stamp.seq, act: stamp.act, verdicts }
}

function eventsIn(bytes: Buffer): AnyEvent[] {
  return eventsOf(RecordBody.parse(JSON.parse(bytes.toString('utf8'))) as ActRecord)
}

function upload(ledger: WritableLedger, bureau: Taker, late: SentRecord[][], dice: Chance): void {
  const sent = batch(ledger, bureau.taken + 1 - dice.below(3), 1 + dice.below(20))
  const fate = dice.next()
  if (fate < 0.2) return
  if (fate < 0.35) late.push(sent)
  else receive(bureau, sent)
  if (fate > 0.85) receive(bureau, sent)
  // What was held up arrives now, out of its order.
  if (late.length > 0 && dice.happens(0.4)) receive(bureau, late.splice(dice.below(late.length), 1)[0]!)
}

function batch(ledger: WritableLedger, from: number, limit: number): SentRecord[] {
  return ledger
    .read(Math.max(1, from), limit)
    .map(({ seq, hash, bytes }) => ({ seq, hash, body: bytes.toString('base64') }))
}

function receive(bureau: Taker, sent: readonly SentRecord[]): void {
  const { taken, digest, fresh, problem } = follow(bureau, sent, (seq) => bureau.hashes[seq - 1])
  if (problem?.what === 'differs' || problem?.what === 'badRecord')
    throw new Error(`the bureau saw another book: ${JSON.stringify(problem)}`)
  for (const { hash, bytes } of fresh) {
    bureau.hashes.push(hash)
    bureau.bodies.push(bytes)
    // Everything is lawful here: what is taken has its positions at once.
    bureau.events.push(...eventsIn(bytes).map((event) => ({ ...event, standing: 'confirmed' as const })))
  }
  bureau.taken = taken
  bureau.digest = digest
}

function judgeRun(
  rounds: number,
  seed: number,
  acknowledged: ActId[],
  bureau: Taker,
  ended: Pick<Chaos, 'stuck' | 'divergent'>,
): Chaos {
  const acts = bureau.bodies.map((bytes) => RecordBody.parse(JSON.parse(bytes.toString('utf8'))) as ActRecord)
  const received = acts.map(({ act, facts }) => ({ act, received: facts.map((fact) => fact.case) }))
  const numbers = acts.flatMap(({ facts }) => facts.map(({ data }) => (data as { number: string }).number))
  return { kind: 'simulated', rounds, seed, ...compare([acknowledged], received, numbers), ...ended }
}

/** One form, filled in once: what is in it is no matter here. */
const form = payloadOf.received({
  kase: undefined,
  item: realItem('GL-BT'),
  seed: 1,
  at: '2026-11-24T01:02:03.004Z' as Instant,
  missing: [],
  set: { isAgent: false },
})

function receiving(act: ActId, id: CaseId) {
  return (seq: number, take: () => PrintedNumber): RecordBody =>
    RecordBody.parse({
      format: 1,
      terminal,
      seq,
      at: '2026-11-24T01:02:03.004Z',
      clock: { offsetMs: 0, ageMs: 0, confirmed: false },
      hall: 'demo',
      window: 2,
      by: { person: 'zhang.ceshi', name: '张测试', role: 'clerk', office: 'window' },
      kind: 'act',
      act,
      facts: [{ type: 'received', v: 1, case: id, after: null, data: { ...form, number: take() } }],
    })
}
