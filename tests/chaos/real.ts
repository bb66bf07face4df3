/** Real processes, killed for real: terminals and the bureau on loopback, with a network that loses, cuts and repeats. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { openDatabase } from '../../server/database.ts'
import { makeSealer } from '../../server/seal.ts'
import { RecordBody } from '../../shared/record/record.ts'
import { realPostgres } from '../server/postgres.ts'
import { type BadNetwork, openBadNetwork } from './bad-network.ts'
import { Died, Machine } from './machine.ts'
import { type Chaos, compare } from './outcome.ts'
import { VirtualPage } from './page.ts'
import { planOf, type Round } from './plan.ts'
import { type Chance, chance } from './random.ts'
import { ServerProcess } from './server-process.ts'

const root = path.resolve(import.meta.dirname, '../..')
const people = ['wang.ck', 'li.ck', 'wang.ck'] as const
const sealKey = Buffer.alloc(32, 9)
export type RealOptions = {
  rounds: number
  seed: number
  onRound?: (round: number) => void
  /** Ends the run before its time, and everything it has started. */
  signal?: AbortSignal
}

/** Runs the rounds, then lets everything come through and counts. Everything it starts it ends. */
export async function runReal({ rounds, seed, onRound, signal }: RealOptions): Promise<Chaos> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chaos-'))
  const postgres = await realPostgres()
  const databaseUrl = await postgres.newDatabase()
  const program = await bundle(folder)
  const server = new ServerProcess(path.join(program, 'bureau.js'), {
    DATABASE_URL: databaseUrl,
    PIONEER_DATA: path.join(folder, 'bureau'),
    PIONEER_SEAL_KEY: sealKey.toString('base64'),
    PIONEER_CATALOGUE: path.join(root, 'catalogue'),
    PIONEER_LOG: 'error',
  })
  const network = await openBadNetwork(chance(seed + 1))
  const pages: VirtualPage[] = []
  const happened: Record<string, number> = {}
  try {
    const ready = await server.start()
    network.towards(ready.port)
    for (const [i, person] of people.entries()) {
      const machine = new Machine(path.join(program, 'terminal-process.js'), {
        dataDir: path.join(folder, `terminal-${i}`),
        outsideDir: path.join(folder, `outside-${i}`),
      })
      await machine.start()
      const enrolled = await machine.ask<{ ok: boolean }>('terminal.enrol', {
        bureau: network.url,
        code: ready.demo.codes[i],
      })
      if (!enrolled.ok) throw new Error('a terminal was not enrolled')
      const page = new VirtualPage(machine, person, seed * 1000 + i * 100_000)
      await page.signIn()
      pages.push(page)
    }
    for (const [index, round] of planOf(rounds, seed, pages.length).entries()) {
      signal?.throwIfAborted()
      network.weather = round.weather
      happened[round.blow] = (happened[round.blow] ?? 0) + 1
      await strike(round, { pages, server, network })
      onRound?.(index + 1)
    }
    network.weather = 'good'
    const { stuck, divergent } = await settle(pages)
    await server.kill('SIGTERM')
    const counted = await count(databaseUrl, pages)
    return { kind: 'real', rounds, seed, ...counted, stuck, divergent, happened: { ...happened, ...network.happened } }
  } finally {
    for (const page of pages) await page.machine.kill()
    await server.kill()
    await network.close()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
    rmSync(program, { recursive: true, force: true })
  }
}

type Field = {
  pages: VirtualPage[]
  server: ServerProcess
  network: BadNetwork
}

async function strike({ blow, victim: which, acts, moment, dice }: Round, field: Field): Promise<void> {
  const { pages, server, network } = field
  for (const [i, page] of pages.entries()) for (let left = acts[i] ?? 0; left > 0; left -= 1) await actOnce(page, dice)
  const victim = pages[which] ?? pages[0]!
  const killServer = async () => {
    await server.kill()
    network.towards((await server.start()).port)
  }
  const sendAll = () => Promise.all(pages.map((page) => page.machine.ask('bureau.sendNow').catch(onlyDied)))
  if (blow === 'terminalInSave') {
    victim.propose(dice)
    // Whether it dies before, in or after the write, the moment says.
    await Promise.all([after(moment * 6).then(() => victim.machine.kill()), victim.send().catch(onlyDied)])
    await comeBack(victim)
  } else if (blow === 'terminalInUpload') {
    const sending = victim.machine.ask('bureau.sendNow').catch(onlyDied)
    await after(moment * 30)
    await victim.machine.kill()
    await sending
    await comeBack(victim)
  } else if (blow === 'terminalInReply') {
    await actOnce(victim, dice)
    network.onAnswer = () => victim.machine.kill()
    await sendAll()
    network.onAnswer = undefined
    await victim.machine.kill()
    await comeBack(victim)
  } else if (blow === 'terminalIdle') {
    await victim.machine.kill()
    await comeBack(victim)
  } else if (blow === 'serverInUpload') {
    const sendings = sendAll()
    await after(moment * 40)
    await killServer()
    await sendings
  } else if (blow === 'serverInReply') {
    await actOnce(victim, dice)
    network.onAnswer = () => server.kill()
    await sendAll()
    network.onAnswer = undefined
    await killServer()
  } else if (blow === 'serverIdle') {
    await server.kill()
    await actOnce(victim, dice)
    network.towards((await server.start()).port)
  } else if (blow === 'pageInCacheWrite') {
    await actOnce(victim, dice)
    victim.cache.dies = moment < 0.5 ? 'beforeCommit' : 'afterCommit'
  } else if (blow === 'cacheWiped') victim.cache.wipe()
  else if (blow === 'cacheLosesCommits') victim.cache.loseCommits(1 + dice.below(5))
  for (const page of pages) await page.follow()
}

async function actOnce(page: VirtualPage, dice: Chance): Promise<void> {
  page.propose(dice)
  await page.send()
}

/** The process starts again; the form sends its act again under the same id. */
async function comeBack(page: VirtualPage): Promise<void> {
  await page.machine.start()
  await page.signIn()
  await page.send()
}

/** At once, when it is next to nothing. */
async function after(ms: number): Promise<void> {
  if (ms > 0.5) await wait(ms)
}

function onlyDied(error: unknown): void {
  if (!(error instanceof Died)) throw error
}

/** Everything through, and everybody read up to the end. */
async function settle(pages: readonly VirtualPage[]): Promise<{ stuck: number; divergent: number }> {
  let stuck = 0
  const end = Date.now() + 120_000
  for (const page of pages) {
    for (;;) {
      await page.machine.ask('bureau.sendNow')
      const status = await page.status()
      if (status.unsent === 0 && status.proof?.same === true && status.proof.seq === status.last) break
      if (Date.now() > end) {
        stuck += 1
        break
      }
      await wait(100)
    }
  }
  const pictures: string[] = []
  for (const page of pages) {
    // What it has followed through all that happened, and what it is when it begins again from nothing.
    await page.follow()
    pictures.push(page.cache.picture())
    if (page.cache.unconfirmed > 0) stuck += 1
    await page.cache.rebuild()
    pictures.push(page.cache.picture())
  }
  return { stuck, divergent: new Set(pictures).size - 1 }
}

/** Reads the bureau's own table: what of the acknowledged is there, once, and in the terminal's order. */
async function count(
  databaseUrl: string,
  pages: readonly VirtualPage[],
): Promise<Pick<Chaos, 'acknowledged' | 'lost' | 'doubled' | 'reordered'>> {
  const db = await openDatabase(databaseUrl, '')
  const sealer = makeSealer(sealKey)
  const rows = await db
    .selectFrom('records')
    .select(['terminal', 'seq', 'body'])
    .orderBy('terminal')
    .orderBy('seq')
    .execute()
  const numbers = await db.selectFrom('cases').select('number').execute()
  await db.destroy()
  const bodies = rows.map((row) => RecordBody.parse(JSON.parse(sealer.open(Buffer.from(row.body)).toString('utf8'))))
  const acts = bodies.flatMap((body) => (body.kind === 'act' ? [body] : []))
  return compare(
    pages.map((page) => page.acknowledged),
    acts.map(({ act, facts }) => ({
      act,
      received: facts.flatMap((fact) => (fact.type === 'received' ? [fact.case] : [])),
    })),
    numbers.map((row) => row.number),
  )
}

/** Plain JavaScript of server and terminal, so that a start costs no compiling. */
async function bundle(folder: string): Promise<string> {
  const outDir = path.join(root, 'out/chaos-programs', path.basename(folder))
  for (const [entry, name] of [
    ['server/main.ts', 'bureau.js'],
    ['tests/chaos/terminal-process.ts', 'terminal-process.js'],
  ] as const)
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: {
        ssr: path.join(root, entry),
        outDir,
        emptyOutDir: false,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: name } },
      },
    })
  return outDir
}
