/** Runs the server until it is asked to stop; then it finishes what it does. */
import { makeApp } from './app.ts'
import type { Bureau } from './bureau.ts'
import { countAnew } from './count-anew.ts'
import { type Demo, seedDemo } from './demo.ts'
import { judgeAll } from './judging.ts'
import { fillOpenings } from './openings.ts'
import type { Settings } from './settings.ts'

/** The one line on standard output that says it takes requests. */
export type ReadyLine = { ready: true; port: number; url: string; demo: Demo | null }

export async function serve(bureau: Bureau, settings: Settings, options: { demo: boolean }): Promise<ReadyLine> {
  const demo = options.demo ? await seedDemo(bureau, settings.catalogue) : null
  await countAnew(bureau)
  await fillOpenings(bureau)
  await judgeAll(bureau)
  const app = await makeApp(bureau, settings.tls)
  await app.listen({ port: settings.port, host: settings.host })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : settings.port
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await app.close()
    await bureau.db.destroy()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
  return { ready: true, port, url: `${settings.tls === null ? 'http' : 'https'}://${settings.host}:${port}`, demo }
}
