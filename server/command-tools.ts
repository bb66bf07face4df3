/** What every command of the bureau's command line works with. */
import pino from 'pino'
import { type Bureau, openBureau } from './bureau.ts'
import { openDatabase } from './database.ts'
import { makeSealer } from './seal.ts'
import { readSettings } from './settings.ts'

const log = pino(
  { name: 'bureau', level: process.env.PIONEER_LOG ?? 'warn' },
  pino.destination({ dest: 2, sync: true }),
)
export const say = (text: string) => console.log(text)

/** Opens the bureau that the environment names. */
export async function openByEnvironment() {
  const settings = readSettings(process.env)
  const db = await openDatabase(settings.databaseUrl, `${settings.data}/database`)
  const sealer = makeSealer(settings.sealKey)
  return { settings, bureau: await openBureau({ db, sealer, log, signInHours: settings.signInHours }) }
}

/** Does something with the bureau and closes it again; an error is one sentence and exit status 1. */
export async function withBureau(act: (bureau: Bureau, catalogue: string) => Promise<void>): Promise<void> {
  const { settings, bureau } = await openByEnvironment()
  try {
    await act(bureau, settings.catalogue)
  } finally {
    await bureau.db.destroy()
  }
}
