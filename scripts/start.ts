/**
 * `npm start`: the desk by hand, with an embedded bureau and demo accounts. Data stays in `.runtime/start` between
 * starts. A second start only wakes the first: the app itself brings its window forward.
 */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { lock } from 'proper-lockfile'
import { z } from 'zod'
import { buildIfStale } from './build.ts'
import { printAccounts } from './demo-accounts.ts'
import { fillWithCases } from './demo-cases/fill.ts'
import { type Demo, deskFolders, freePort, startBureau } from './embedded-bureau.ts'
import { startDemoReader } from './mock-reader/demo-reader.ts'
import { projectFolder, startStatus, withoutMessageBus } from './programs.ts'
import { describeMachine, readyMachine } from './ready-machine.ts'
import { run } from './stop.ts'

const home = path.join(projectFolder, '.runtime/start')
const lockName = path.join(home, 'desk-is-open')
// After this long without a sign of life proper-lockfile takes a lock for abandoned.
const secondsUntilStale = 15
const noteName = path.join(home, 'desk.json')

/** How the open desk was started, for a second start to find it. */
const Desk = z.object({
  bureauPort: z.int(),
  command: z.string(),
  arguments: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
})
type Desk = z.infer<typeof Desk>

async function start(): Promise<number> {
  await mkdir(home, { recursive: true })
  const release = await lockDesk(0)
  return release === undefined ? wakeFirst() : openFirst(release)
}

/** Takes the lock of the open desk; gives nothing when it is taken and stays so for the given number of seconds. */
function lockDesk(seconds: number): Promise<(() => Promise<void>) | undefined> {
  const retries = { retries: seconds, factor: 1, minTimeout: 1000 }
  return lock(lockName, { realpath: false, retries }).catch((error: { code?: string }) => {
    if (error.code !== 'ELOCKED') throw error
    return undefined
  })
}

async function openFirst(release: () => Promise<void>): Promise<number> {
  try {
    await rm(noteName, { force: true })
    const machine = await readyMachine()
    console.log(describeMachine(machine))
    await buildIfStale()
    const bureau = await startBureau({ dataFolder: path.join(home, 'bureau'), arguments: ['--demo'] })
    const { demo } = bureau.ready
    if (demo) await fillOnce(bureau.url, demo)
    printAccounts(demo)
    console.log(`The bureau takes requests at ${bureau.url}. Close the window, or press Ctrl+C here, to end both.`)
    const reader = await startDemoReader()
    console.log(
      'F2 reads the cards of made-up people, one after another; PIONEER_CARD_READER names a real reader instead.',
    )
    const desk: Desk = {
      bureauPort: bureau.port,
      command: machine.runtime.path,
      arguments: [...machine.switches, projectFolder],
      environment: {
        ...bureau.environment,
        ...deskFolders(home),
        PIONEER_CARD_READER: process.env.PIONEER_CARD_READER || reader.setting,
        ...(process.env.DISPLAY ? { DISPLAY: process.env.DISPLAY } : {}),
      },
    }
    await writeFile(noteName, JSON.stringify(desk))
    const status = await openDesk(desk)
    await Promise.all([bureau.stop(), reader.close()])
    machine.display.close()
    return status
  } finally {
    await release()
  }
}

/** Gives a new bureau some cases to look at; one that has them keeps what people did with them. */
async function fillOnce(url: string, demo: Demo): Promise<void> {
  const mark = path.join(home, 'filled')
  if (await stat(mark).catch(() => undefined)) return
  const code = demo.codes.at(-1)
  if (code === undefined) return
  const count = await fillWithCases(url, demo, code)
  await writeFile(mark, '')
  console.log(`${count} made-up cases of the last working days are in.`)
}

/** The app notices that it is open already, shows its first window and ends this second process. */
async function wakeFirst(): Promise<number> {
  const note = await readFile(noteName, 'utf8').catch(() => undefined)
  if (note === undefined) {
    console.log('The desk is being started already.')
    return 0
  }
  const desk = Desk.parse(JSON.parse(note))
  if ((await freePort(desk.bureauPort)) === desk.bureauPort) {
    console.log('The last desk was cut off; a moment …')
    const release = await lockDesk(secondsUntilStale)
    if (release !== undefined) return openFirst(release)
  }
  console.log('The desk is open already; its window comes forward.')
  return openDesk(desk)
}

function openDesk(desk: Desk): Promise<number> {
  return startStatus(desk.command, desk.arguments, { ...process.env, ...desk.environment }, withoutMessageBus)
}

await run(start)
