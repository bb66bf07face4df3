/** The bureau's command line: `serve` runs it, the rest administers it. */
import { Command } from 'commander'
import pino from 'pino'
import { makeApp } from './app.ts'
import { type Bureau, openBureau } from './bureau.ts'
import { openDatabase } from './database.ts'
import { seedDemo } from './demo.ts'
import { judgeAll } from './judging.ts'
import { makeSealer } from './seal.ts'
import { readSettings, type Settings } from './settings.ts'

const log = pino(
  { name: 'bureau', level: process.env.PIONEER_LOG ?? 'warn' },
  pino.destination({ dest: 2, sync: true }),
)

async function open(settings: Settings): Promise<Bureau> {
  const db = await openDatabase(settings.databaseUrl, `${settings.data}/database`)
  return openBureau({ db, sealer: makeSealer(settings.sealKey), log })
}

const program = new Command('bureau').description('The bureau server of Pioneer Desk')

program
  .command('serve')
  .description('take requests of terminals')
  .option('--demo', 'fill an empty bureau with a made-up hall and people, and print accounts')
  .action(async (options: { demo?: boolean }) => {
    const settings = readSettings(process.env)
    const bureau = await open(settings)
    const demo = options.demo ? await seedDemo(bureau, settings.catalogue) : null
    await judgeAll(bureau)
    const app = await makeApp(bureau, settings.tls)
    await app.listen({ port: settings.port, host: settings.host })
    const address = app.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : settings.port
    console.log(
      JSON.stringify({
        ready: true,
        port,
        url: `${settings.tls === null ? 'http' : 'https'}://${settings.host}:${port}`,
        demo,
      }),
    )
    let stopping = false
    const stop = async () => {
      if (stopping) return
      stopping = true
      await app.close()
      await bureau.db.destroy()
      process.exit(0)
    }
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
  })

await program.parseAsync()
