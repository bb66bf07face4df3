/** The terminal's own log: one file a day, kept for a month, without personal data. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Logger, pino } from 'pino'
import { dayOf } from '../../shared/calendar/day.ts'
import { newIncident } from './incident.ts'
import { describeError, scrub } from './scrub.ts'

/** Numbers and short codes only: what is said about an event beside its name. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  info(what: string, facts?: LogFacts): void
  warn(what: string, facts?: LogFacts): void
  /** Writes an unexpected error down; gives the incident number that the person reads out (four hex digits). */
  incident(error: unknown, where: string): string
  close(): void
}

const KEEP_FILES = 31
const FILE = /^desk-\d{4}-\d{2}-\d{2}\.log$/

/** `now` gives an instant; a new Beijing day begins a new file. A disk that takes no log never stops the counter. */
export function openLog(folder: string, now: () => string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let day = ''
  let logger: Logger | undefined
  let destination: ReturnType<typeof pino.destination> | undefined

  const open = () => {
    const today = dayOf(now())
    if (today === day && logger !== undefined) return logger
    destination?.end()
    day = today
    removeOld(folder)
    destination = pino.destination({ dest: path.join(folder, `desk-${day}.log`), sync: true, mode: 0o600 })
    destination.on('error', () => {})
    logger = pino({ base: { pid: process.pid }, timestamp: () => `,"at":"${now()}"` }, destination)
    return logger
  }
  const write = (level: 'info' | 'warn' | 'error', what: string, facts: LogFacts) => {
    try {
      const said = Object.entries(facts).map(([key, value]) => [key, typeof value === 'string' ? scrub(value) : value])
      open()[level](Object.fromEntries(said), what)
    } catch {}
  }
  return {
    info: (what, facts = {}) => write('info', what, facts),
    warn: (what, facts = {}) => write('warn', what, facts),
    incident: (error, where) => {
      const incident = newIncident()
      const { error: message, stack } = describeError(error)
      try {
        open().error({ incident, where, error: message, stack }, 'incident')
      } catch {}
      return incident
    },
    close: () => {
      destination?.end()
      logger = undefined
      day = ''
    },
  }
}

function removeOld(folder: string): void {
  const files = readdirSync(folder).filter((name) => FILE.test(name))
  for (const name of files.sort().slice(0, -KEEP_FILES)) rmSync(path.join(folder, name), { force: true })
}
