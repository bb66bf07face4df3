/** A print queue in memory, and a death that stops the process that asks it at a chosen moment. */
import type { PrintQueue, Standing } from '../../electron/printing/queue.ts'

interface Job {
  title: string
  printer: string
  file: string | null
  cancelled: boolean
}

/** How an operation meets its end: not reached the queue · done there, but the answer never came. */
export type Death = { operation: number; how: 'before' | 'after' } | null

export interface SimulatedQueue {
  queue: PrintQueue
  /** Titles in the order their documents came in, one for each that came. */
  printed(): string[]
  /** Jobs that still wait for a document. */
  empty(): string[]
  /** The process dies at this operation, counted from now; null: it lives. */
  dieAt(death: Death): void
  /** The next `times` operations fail as if the print system were away. */
  goAway(times: number): void
  trouble: Standing | null
  acceptsPdf: boolean
}

export function makeSimulatedQueue(): SimulatedQueue {
  const jobs = new Map<string, Job>()
  const printed: string[] = []
  let death: Death = null
  let operations = 0
  let away = 0
  let dead = false

  /** Runs one operation; after its death a process neither hears nor does anything. */
  const operation = async <T>(work: () => T): Promise<T> => {
    const never = new Promise<T>(() => undefined)
    if (dead) return never
    if (away > 0) {
      away--
      throw new Error('the print system is away')
    }
    operations++
    const dies = death?.operation === operations ? death.how : undefined
    if (dies !== undefined) dead = true
    if (dies === 'before') return never
    const answer = work()
    return dies === 'after' ? never : answer
  }

  const simulated: SimulatedQueue = {
    trouble: null,
    acceptsPdf: true,
    printed: () => [...printed],
    empty: () => [...jobs.entries()].filter(([, job]) => job.file === null && !job.cancelled).map(([id]) => id),
    dieAt(next) {
      death = next
      operations = 0
      dead = false
    },
    goAway(times) {
      away = times
    },
    queue: {
      printers: () =>
        operation(() => [{ name: 'Desk', description: 'Desk', isDefault: true, state: 'ready' as const }]),
      open: (printer, title) =>
        operation(() => {
          if (printer === 'Rejecting') return { ok: false, why: 'notAccepting', message: '' } as const
          const id = String(jobs.size + 1)
          jobs.set(id, { title, printer, file: null, cancelled: false })
          return { ok: true, job: id } as const
        }),
      send: (_printer, id, file) =>
        operation(() => {
          if (!simulated.acceptsPdf) return { ok: false, why: 'refused', message: 'IPP 0x40a' } as const
          const job = jobs.get(id)!
          job.file = file
          printed.push(job.title)
          return { ok: true } as const
        }),
      look: (_printer, id, title) =>
        operation((): Standing => {
          const job = jobs.get(id)
          if (job === undefined || job.title !== title) return { is: 'over', how: 'gone', message: '' }
          if (job.cancelled) return { is: 'over', how: 'cancelled', message: '' }
          if (job.file === null) return { is: 'empty' }
          return simulated.trouble ?? { is: 'over', how: 'done', message: '' }
        }),
      find: (_printer, title) =>
        operation(() =>
          [...jobs.entries()].filter(([, job]) => job.title === title && !job.cancelled).map(([id]) => id),
        ),
      cancel: (_printer, id) =>
        operation(() => {
          jobs.get(id)!.cancelled = true
        }),
    },
  }
  return simulated
}
