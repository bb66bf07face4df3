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
import { openBadNetwork, type Weather } from './bad-network.ts'
import { Died, Machine } from './machine.ts'
import type { Chaos } from './outcome.ts'
import { VirtualPage } from './page.ts'
import { type Chance, chance } from './random.ts'
import { ServerProcess } from './server-process.ts'

const root = path.resolve(import.meta.dirname, '../..')
const people = ['wang.ck', 'li.ck', 'wang.ck'] as const
const sealKey = Buffer.alloc(32, 9)
/** Where a round strikes. */
const blows = [
  'terminalInSave',
  'terminalInUpload',
  'terminalIdle',
  'serverInUpload',
  'serverIdle',
  'pageLost',
  'nothing',
] as const

export type RealOptions = { rounds: number; seed: number; onRound?: (round: number) => void }

/** Runs the rounds, then lets everything come through and counts. Everything it starts it ends. */
export async function runReal({ rounds, seed, onRound }: RealOptions): Promise<Chaos> {
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
  const dice = chance(seed)
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
    for (let round = 1; round <= rounds; round += 1) {
      network.weather = dice.pick(['good', 'bad', 'bad', 'none'] satisfies Weather[])
      const blow = dice.pick(blows)
      happened[blow] = (happened[blow] ?? 0) + 1
      await strike(blow, { pages, server, network, dice })
      onRound?.(round)
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
  }
}

type Field = {
  pages: VirtualPage[]
  server: ServerProcess
  network: Awaited<ReturnType<typeof openBadNetwork>>
  dice: Chance
}

async function strike(blow: (typeof blows)[number], { pages, server, network, dice }: Field): Promise<void> {
  for (const page of pages) for (let acts = dice.below(3); acts > 0; acts -= 1) await actOnce(page, dice)
  const victim = dice.pick(pages)
  if (blow === 'terminalInSave') {
    victim.propose(dice)
    // Whether it dies before, in or after the write, chance says.
    await Promise.all([afterSome(dice, 6).then(() => victim.machine.kill()), victim.send().catch(onlyDied)])
    await comeBack(victim)
  } else if (blow === 'terminalInUpload') {
    const sending = victim.machine.ask('bureau.sendNow').catch(onlyDied)
    await afterSome(dice, 30)
    await victim.machine.kill()
    await sending
    await comeBack(victim)
  } else if (blow === 'terminalIdle') {
    await victim.machine.kill()
    await comeBack(victim)
  } else if (blow === 'serverInUpload') {
    const sendings = pages.map((page) => page.machine.ask('bureau.sendNow'))
    await afterSome(dice, 40)
    await server.kill()
    network.towards((await server.start()).port)
    await Promise.all(sendings)
  } else if (blow === 'serverIdle') {
    await server.kill()
    await actOnce(victim, dice)
    network.towards((await server.start()).port)
  } else if (blow === 'pageLost') victim.forget()
  for (const page of pages) await page.follow()
}

async function actOnce(page: VirtualPage, dice: Chance): Promise<void> {
  page.propose(dice)
  await page.send()
}

/** The process starts again; the form sends its act again under the same id. */
async function comeBack(page: VirtualPage): Promise<void> {
  await page.machine.start()
  page.forget()
  await page.signIn()
  await page.send()
}

/** Up to `most` milliseconds, sometimes none at all. */
async function afterSome(dice: Chance, most: number): Promise<void> {
  const ms = dice.next() * most
  if (ms > most / 10) await wait(ms)
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
  const pictures = new Set<string>()
  for (const page of pages) {
    page.forget()
    await page.follow()
    pictures.add(page.pictureDigest())
  }
  return { stuck, divergent: pictures.size - 1 }
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
  const received = acts.flatMap((act) => act.facts.filter((fact) => fact.type === 'received').map((fact) => fact.case))
  const placeOf = new Map(acts.map((act, place) => [act.act, place]))
  let lost = 0
  let reordered = 0
  for (const page of pages) {
    const places = page.acknowledged.map((act) => placeOf.get(act))
    lost += places.filter((place) => place === undefined).length
    const there = places.filter((place) => place !== undefined)
    reordered += there.filter((place, i) => i > 0 && place < there[i - 1]!).length
  }
  const twice = (list: readonly string[]) => list.length - new Set(list).size
  return {
    acknowledged: pages.reduce((sum, page) => sum + page.acknowledged.length, 0),
    lost,
    doubled: twice(acts.map((act) => act.act)) + twice(received) + twice(numbers.map((row) => row.number)),
    reordered,
  }
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
