/**
 * The desk by hand, with an embedded bureau, demo accounts, made-up cases and a reader of made-up cards. Data stays in its folder
 * of `.runtime` between starts. A second start only wakes the first: the app itself brings its window forward.
 */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { lock } from 'proper-lockfile'
import { z } from 'zod'
import { printAccounts } from './demo-accounts.ts'
import { fillWithCases } from './demo-cases/fill.ts'
import { type Demo, deskFolders, freePort, startBureau } from './embedded-bureau.ts'
import { startDemoReader } from './mock-reader/demo-reader.ts'
import { projectFolder, startStatus, withoutMessageBus } from './programs.ts'
import { describeMachine, type ReadyMachine, readyMachine } from './ready-machine.ts'

/** How `npm start` and `npm run dev` differ. */
export type Way = {
  /** The name of its folder in `.runtime`. */
  name: string
  bureau: 'dist' | 'sources'
  /** Done before the window opens, and before a bureau of `dist` starts. */
  prepare(): Promise<void>
  /** Shows the window until it is closed; gives the exit status. */
  show(desk: Desk, machine: ReadyMachine): Promise<number>
}

// After this long without a sign of life proper-lockfile takes a lock for abandoned.
const secondsUntilStale = 15

/** How the open desk was started, for a second start to find it. */
const Desk = z.object({
  bureauPort: z.int(),
  command: z.string(),
  arguments: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
})
export type Desk = z.infer<typeof Desk>

/** Opens the desk, or wakes the one that is open already; gives the exit status. */
export async function openByHand(way: Way): Promise<number> {
  await mkdir(homeOf(way), { recursive: true })
  const release = await lockDesk(way, 0)
  return release === undefined ? wakeFirst(way) : openFirst(way, release)
}

const homeOf = ({ name }: Way) => path.join(projectFolder, '.runtime', name)
const noteOf = (way: Way) => path.join(homeOf(way), 'desk.json')

/** Takes the lock of the open desk; gives nothing when it is taken and stays so for the given number of seconds. */
function lockDesk(way: Way, seconds: number): Promise<(() => Promise<void>) | undefined> {
  const retries = { retries: seconds, factor: 1, minTimeout: 1000 }
  return lock(path.join(homeOf(way), 'desk-is-open'), { realpath: false, retries }).catch(
    (error: { code?: string }) => {
      if (error.code !== 'ELOCKED') throw error
      return undefined
    },
  )
}

async function openFirst(way: Way, release: () => Promise<void>): Promise<number> {
  try {
    const home = homeOf(way)
    await rm(noteOf(way), { force: true })
    const machine = await readyMachine()
    console.log(describeMachine(machine))
    await way.prepare()
    const bureau = await startBureau({
      dataFolder: path.join(home, 'bureau'),
      arguments: ['--demo'],
      from: way.bureau,
    })
    const { demo } = bureau.ready
    if (demo) await fillOnce(home, bureau.url, demo)
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
    await writeFile(noteOf(way), JSON.stringify(desk))
    const status = await way.show(desk, machine)
    await Promise.all([bureau.stop(), reader.close()])
    machine.display.close()
    return status
  } finally {
    await release()
  }
}

/** Gives a new bureau some cases to look at; one that has them keeps what people did with them. */
async function fillOnce(home: string, url: string, demo: Demo): Promise<void> {
  const mark = path.join(home, 'filled')
  if (await stat(mark).catch(() => undefined)) return
  const code = demo.codes.at(-1)
  if (code === undefined) return
  const count = await fillWithCases(url, demo, code)
  await writeFile(mark, '')
  console.log(`${count} made-up cases of the last working days are in.`)
}

/** The app notices that it is open already, shows its first window and ends this second process. */
async function wakeFirst(way: Way): Promise<number> {
  const note = await readFile(noteOf(way), 'utf8').catch(() => undefined)
  if (note === undefined) {
    console.log('The desk is being started already.')
    return 0
  }
  const desk = Desk.parse(JSON.parse(note))
  if ((await freePort(desk.bureauPort)) === desk.bureauPort) {
    console.log('The last desk was cut off; a moment …')
    const release = await lockDesk(way, secondsUntilStale)
    if (release !== undefined) return openFirst(way, release)
  }
  console.log('The desk is open already; its window comes forward.')
  return openDesk(desk)
}

/** The app as it was built; where it is open already, it only comes forward. */
export function openDesk(desk: Desk): Promise<number> {
  return startStatus(desk.command, desk.arguments, { ...process.env, ...desk.environment }, withoutMessageBus)
}
