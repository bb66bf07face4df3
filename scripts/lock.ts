/** One at a time, also between processes: two copies of a command must not write the same folder together.
 *  A name is a path; the lock lies beside it, with `.lock` added. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { lock } from 'proper-lockfile'

const waitForMinutes = 15

/** Runs `task` while no other process has the same name; waits for its turn. A killed holder's turn ends by itself. */
export async function oneAtATime<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
  await mkdir(path.dirname(name), { recursive: true })
  const retries = { retries: waitForMinutes * 60, factor: 1, minTimeout: 1000, maxTimeout: 1000 }
  const release = await lock(name, { retries, realpath: false })
  try {
    return await task()
  } finally {
    await release()
  }
}
