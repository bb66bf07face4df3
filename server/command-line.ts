/** The bureau's command line: `serve` runs it, the rest administers it. Every answer is a sentence or JSON on standard output. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Command } from 'commander'
import pino from 'pino'
import { z } from 'zod'
import { CalendarYear } from '../shared/calendar/calendar.ts'
import { Day, dayOf } from '../shared/calendar/day.ts'
import { OfficeKey } from '../shared/case/ids.ts'
import { Hall, HallWindow } from '../shared/people/hall.ts'
import { Holding, Person } from '../shared/people/role.ts'
import { backup, restore } from './backup.ts'
import { type Bureau, openBureau } from './bureau.ts'
import { openDatabase } from './database.ts'
import { publishFolder } from './demo.ts'
import { judgeWaiting } from './judging.ts'
import { initBureau } from './life.ts'
import { addPerson, endHoldings, resetPassword, setHoldings } from './people.ts'
import { publishCalendar, putHall } from './publish.ts'
import { recount } from './recount.ts'
import { makeSealer } from './seal.ts'
import { serve } from './serve.ts'
import { readSettings } from './settings.ts'
import { makeCode, setOffices, setStopped } from './terminals.ts'

const log = pino(
  { name: 'bureau', level: process.env.PIONEER_LOG ?? 'warn' },
  pino.destination({ dest: 2, sync: true }),
)
const say = (text: string) => console.log(text)
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** Opens the bureau that the environment names. */
export async function openByEnvironment() {
  const settings = readSettings(process.env)
  const db = await openDatabase(settings.databaseUrl, `${settings.data}/database`)
  const sealer = makeSealer(settings.sealKey)
  return { settings, bureau: await openBureau({ db, sealer, log, signInHours: settings.signInHours }) }
}

/** Does something with the bureau and closes it again; an error is one sentence and exit status 1. */
async function withBureau(act: (bureau: Bureau, catalogue: string) => Promise<void>): Promise<void> {
  const { settings, bureau } = await openByEnvironment()
  try {
    await act(bureau, settings.catalogue)
  } finally {
    await bureau.db.destroy()
  }
}

/** The password from PIONEER_PASSWORD, else asked for; never an argument, which others on the machine could read. */
async function askPassword(): Promise<string> {
  const given = process.env.PIONEER_PASSWORD
  const password =
    given ?? (await createInterface({ input: process.stdin, output: process.stderr }).question('Password: '))
  return z.string().min(8, 'a password has at least 8 characters').max(200).parse(password)
}

const holding = (text: string): Holding => {
  const [seat = '', from = dayOf(new Date().toISOString()), until] = text.split(':')
  const [role, office = 'window'] = seat.split('@')
  return Holding.parse({ role, office, from: from as Day, until: until ?? null })
}

function hallsNamed({ known }: Bureau, only: string | undefined): string[] {
  if (only === undefined) return [...known.halls.keys()]
  if (!known.halls.has(only)) throw new Error(`there is no hall ${only}`)
  return [only]
}

/** All commands but those that read a terminal's own files. */
export function makeProgram(): Command {
  const program = new Command('bureau').description('The bureau server of Pioneer Desk')

  program
    .command('serve')
    .description('take requests of terminals')
    .option('--demo', 'fill an empty bureau with a made-up hall and people, and print accounts', false)
    .action(async (options: { demo: boolean }) => {
      const { settings, bureau } = await openByEnvironment()
      say(JSON.stringify(await serve(bureau, settings, options)))
    })

  program
    .command('init')
    .description('begin a bureau: tables, recovery key, and the catalogue folder published')
    .requiredOption(
      '--recovery-key <file>',
      'where the private recovery key is written; keep it away from this machine',
    )
    .action((options: { recoveryKey: string }) =>
      withBureau(async (bureau, catalogue) => {
        const made = await initBureau(bureau)
        if (made === undefined) say('This bureau was begun before; its recovery key stays.')
        else {
          writeFileSync(options.recoveryKey, `${JSON.stringify(made.recoveryPrivateKey)}\n`, {
            mode: 0o600,
            flag: 'wx',
          })
          say(
            `The private recovery key is in ${options.recoveryKey}. Print it or carry it away: with it a dead terminal's records are read.`,
          )
        }
        await publishFolder(bureau, catalogue)
        say(
          `Published: ${bureau.known.catalogues.length} catalogue, calendar ${bureau.known.calendar?.edition}, ${bureau.known.papers.length} paper book.`,
        )
      }),
    )

  program
    .command('hall')
    .description('add a hall, or change its settings, from a file like catalogue/halls/demo.json')
    .argument('<file>')
    .action((file: string) =>
      withBureau(async (bureau) => {
        const hall = Hall.parse(json(file))
        await putHall(bureau, hall)
        say(`${hall.id} ${hall.name}: ${hall.windows.length} windows, ${hall.offices.length} offices.`)
      }),
    )

  program
    .command('window')
    .description('open or close a window, or add one')
    .argument('<hall>')
    .argument('<no>')
    .option('--name <name>')
    .option('--closed', 'nobody can sign in there', false)
    .option('--no-pioneer', 'not a 党员先锋岗')
    .action((id: string, no: string, options: { name?: string; closed: boolean; pioneer: boolean }) =>
      withBureau(async (bureau) => {
        const hall = bureau.known.halls.get(id)
        if (hall === undefined) throw new Error(`there is no hall ${id}`)
        const window = HallWindow.parse({
          no: Number(no),
          name: options.name ?? `${no}号窗口`,
          pioneer: options.pioneer,
          open: !options.closed,
        })
        await putHall(bureau, {
          ...hall,
          windows: [...hall.windows.filter((each) => each.no !== window.no), window].toSorted((a, b) => a.no - b.no),
        })
        say(`${hall.name} ${window.name}: ${window.open ? 'open' : 'closed'}.`)
      }),
    )

  const person = program.command('person').description('people who sign in')
  person
    .command('add')
    .argument('<id>', 'sign-in name')
    .argument('<name>')
    .requiredOption('--badge <no>')
    .option('--party-member', '', false)
    .requiredOption('--as <role@office[:from[:until]]...>', 'such as clerk@window or head@leader:2026-01-01')
    .action((id: string, name: string, options: { badge: string; partyMember: boolean; as: string[] | string }) =>
      withBureau(async (bureau) => {
        const holdings = [options.as].flat().map(holding)
        const { id: personId } = Person.parse({
          id,
          name,
          badge: options.badge,
          partyMember: options.partyMember,
          holdings,
        })
        if (bureau.known.people.has(personId)) throw new Error(`${id} exists: sign-in names are never given twice`)
        await addPerson(
          bureau,
          { id, name, badge: options.badge, partyMember: options.partyMember, password: await askPassword() },
          holdings,
        )
        say(`${id} ${name} may sign in.`)
      }),
    )
  person
    .command('password')
    .argument('<id>')
    .description('give a new password and end a lock')
    .action((id: string) =>
      withBureau(async (bureau) => {
        if (!(await resetPassword(bureau, id, await askPassword()))) throw new Error(`there is nobody ${id}`)
        say(`${id} has a new password.`)
      }),
    )
  person
    .command('end')
    .argument('<id>')
    .argument('[day]', 'the last day; today unless given')
    .description('ends everything somebody holds; what they did before stands, however late it arrives')
    .action((id: string, day: string | undefined) =>
      withBureau(async (bureau) => {
        if (!bureau.known.people.has(id)) throw new Error(`there is nobody ${id}`)
        const last = Day.parse(day ?? dayOf(new Date().toISOString()))
        await endHoldings(bureau, id, last)
        say(`${id} holds nothing after ${last}.`)
      }),
    )
  person
    .command('holdings')
    .argument('<id>')
    .argument('<role@office[:from[:until]]...>')
    .description('what somebody holds, from when until when; takes the place of what was held')
    .action((id: string, held: string[]) =>
      withBureau(async (bureau) => {
        if (!bureau.known.people.has(id)) throw new Error(`there is nobody ${id}`)
        await setHoldings(bureau, id, held.map(holding))
        say(`${id}: ${held.join(', ')}`)
      }),
    )

  const terminal = program.command('terminal').description('enrolled machines')
  terminal
    .command('code')
    .argument('<hall>')
    .option('--window <no>')
    .option('--office <office...>', 'what is handled there; sealed matters of other offices are not kept on it', [
      'window',
    ])
    .description('a one-time code for one machine')
    .action((hall: string, options: { window?: string; office: string[] }) =>
      withBureau(async (bureau) => {
        if (!bureau.known.halls.has(hall)) throw new Error(`there is no hall ${hall}`)
        const offices = options.office.map((office) => OfficeKey.parse(office))
        say(await makeCode(bureau, hall, options.window === undefined ? null : Number(options.window), offices))
      }),
    )
  terminal
    .command('offices')
    .argument('<no>')
    .argument('<office...>')
    .description('what is handled at a machine from now on; its cache begins again if it may read more or less')
    .action((no: string, offices: string[]) =>
      withBureau(async (bureau) => {
        await setOffices(
          bureau,
          Number(no),
          offices.map((office) => OfficeKey.parse(office)),
        )
        say(`Terminal ${no}: ${offices.join(', ')}.`)
      }),
    )
  terminal.command('list').action(() =>
    withBureau(async (bureau) => {
      const rows = await bureau.db
        .selectFrom('terminals')
        .select(['no', 'hall', 'machine', 'taken', 'judged_seq', 'backed_up', 'stopped'])
        .orderBy('no')
        .execute()
      for (const row of rows) say(JSON.stringify(row))
    }),
  )
  terminal
    .command('stop')
    .argument('<no>')
    .argument('<reason>')
    .action((no: string, reason: string) =>
      withBureau(async (bureau) => {
        await setStopped(bureau, Number(no), reason)
        say(`Terminal ${no} is stopped.`)
      }),
    )
  terminal
    .command('resume')
    .argument('<no>')
    .description('somebody has looked at a stopped machine: it may send again')
    .action((no: string) =>
      withBureau(async (bureau) => {
        await setStopped(bureau, Number(no), null)
        say(`Terminal ${no} may send again.`)
      }),
    )

  program
    .command('calendar')
    .description('the working days of a year')
    .command('publish')
    .argument('<file>', 'like catalogue/calendars/2026.json')
    .action((file: string) =>
      withBureau(async (bureau) => {
        const year = CalendarYear.parse(json(file))
        await publishCalendar(bureau, year)
        say(
          `${year.year} is published; running cases follow. Days are settled through ${bureau.known.calendar?.publishedThrough}.`,
        )
      }),
    )
  program
    .command('catalogue')
    .description('items and papers')
    .command('publish')
    .argument('<folder>', 'like catalogue/')
    .action((folder: string) =>
      withBureau(async (bureau) => {
        await publishFolder(bureau, folder)
        say(
          `Current: catalogue ${bureau.known.catalogues.at(-1)?.edition}, papers ${bureau.known.papers.at(-1)?.edition}.`,
        )
      }),
    )
  program
    .command('recount')
    .argument('[hall]', 'every hall unless named')
    .description('make every case and figure anew from the events, and say what was not as it should be')
    .action((only: string | undefined) =>
      withBureau(async (bureau) => {
        for (const hall of hallsNamed(bureau, only)) {
          const { cases, counts, differed } = await recount(bureau, hall)
          say(`${hall}: ${cases} cases and ${counts} figures made anew, ${differed} were not as they should be.`)
        }
      }),
    )
  program
    .command('settle')
    .argument('[hall]', 'every hall unless named')
    .description('judge what waits for acts that will never come (a lost disk), without them')
    .action((only: string | undefined) =>
      withBureau(async (bureau) => {
        for (const hall of hallsNamed(bureau, only)) say(`${hall}: ${await judgeWaiting(bureau, hall, false)} judged.`)
      }),
    )
  program
    .command('backup')
    .argument('<file>')
    .action((file: string) =>
      withBureau(async (bureau) => say(`${(await backup(bureau, file)).rows} rows are in ${file}.`)),
    )
  program
    .command('restore')
    .argument('<file>')
    .action((file: string) =>
      withBureau(async (bureau) =>
        say(`${(await restore(bureau, file)).rows} rows are back; terminals will send again what came after.`),
      ),
    )
  return program
}

/** Parses the command line; an expected failure is one sentence and exit status 1. */
export async function runProgram(program: Command): Promise<void> {
  try {
    await program.parseAsync()
  } catch (error) {
    console.error(
      error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error),
    )
    process.exitCode = 1
  }
}
