/** From the start of the process to a page that can be used, and what the processes hold then, against a bare window. */
import { setTimeout as sleep } from 'node:timers/promises'
import { makeDeskHome } from './desk-home.ts'
import { type App, bareWindow, launch, theDesk } from './launch.ts'
import { pssOfTree } from './memory.ts'
import { type BenchRow, compared } from './row.ts'

const ROUNDS = 12
/** Twice, so that code caches are written and files are in memory, on both sides. */
const WARM_UP = 2
/** What a start has left over is let go by then. */
const SETTLED_MS = 4000

export async function benchStart(tell: (line: string) => void): Promise<BenchRow[]> {
  const { home, bareData, close } = await makeDeskHome()
  try {
    const [desk, bare] = [theDesk(home), bareWindow(bareData)]
    const ms: [number[], number[]] = [[], []]
    const mb: [number[], number[]] = [[], []]
    tell('Starting the desk and a bare window in turn …')
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
      for (const [side, app] of [desk, bare].entries()) {
        const { usableMs, pss } = await startOnce(app, round % 3 === 2)
        if (round >= WARM_UP) ms[side]!.push(usableMs)
        if (pss !== undefined) mb[side]!.push(pss)
      }
    const window = 'a bare Electron window with one empty page'
    return [
      compared({ name: 'start: process to usable sign-in page', unit: 'ms', referenceIs: window, bound: 1.5 }, ...ms),
      compared(
        { name: 'memory: all processes at the sign-in page (PSS)', unit: 'MB', referenceIs: window, bound: 1.6 },
        ...mb,
      ),
    ]
  } finally {
    await close()
  }
}

async function startOnce(app: App, weigh: boolean): Promise<{ usableMs: number; pss: number | undefined }> {
  const { pid, usableMs, end } = await launch(app)
  try {
    if (!weigh) return { usableMs, pss: undefined }
    await sleep(SETTLED_MS)
    return { usableMs, pss: await pssOfTree(pid) }
  } finally {
    await end()
  }
}
