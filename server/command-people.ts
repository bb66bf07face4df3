/** `bureau person …`: who may sign in, and as what. */
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { Day, dayOf } from '../shared/calendar/day.ts'
import { Holding, Person } from '../shared/people/role.ts'
import { StandInAsked, type StandInFault } from '../shared/people/stand-in.ts'
import { say, withBureau } from './command-tools.ts'
import {
  addPerson,
  endHoldings,
  hallsGranted,
  resetPassword,
  setHalls,
  setHoldings,
  setQualifications,
} from './people.ts'
import { endStandIn, nameStandIn } from './stand-ins.ts'

/** The password from PIONEER_PASSWORD, else asked for; never an argument, which others on the machine could read. */
async function askPassword(): Promise<string> {
  const given = process.env.PIONEER_PASSWORD
  const password =
    given ?? (await createInterface({ input: process.stdin, output: process.stderr }).question('Password: '))
  return z.string().min(8, 'a password has at least 8 characters').max(200).parse(password)
}

const faults: Record<StandInFault | 'unknown', string> = {
  unknown: 'one of them is unknown',
  self: 'nobody stands in for themselves',
  toOneself: 'nobody lets themselves in',
  daysReversed: 'the last day comes before the first',
  past: 'a place is not given for days that are over',
  tooLong: 'that is longer than a year',
  holdsNothing: 'the one away holds nothing throughout these days',
  notYours: 'none of these places may be given',
}

type Added = { badge: string; partyMember: boolean; as: string[] | string; hall: string[]; everyHall: boolean }

const holding = (text: string): Holding => {
  const [seat = '', from = dayOf(new Date().toISOString()), until] = text.split(':')
  const [role, office = 'window'] = seat.split('@')
  return Holding.parse({ role, office, from: from as Day, until: until ?? null })
}

export function addPersonCommands(program: Command): void {
  const person = program.command('person').description('people who sign in')
  person
    .command('add')
    .argument('<id>', 'sign-in name')
    .argument('<name>')
    .requiredOption('--badge <no>')
    .option('--party-member', '', false)
    .requiredOption('--as <role@office[:from[:until]]...>', 'such as clerk@window or head@leader:2026-01-01')
    .option('--hall <hall...>', 'where they sign in and see what they may; the only hall there is unless given', [])
    .option('--every-hall', 'in every hall, also in those to come', false)
    .action((id: string, name: string, options: Added) =>
      withBureau(async (bureau) => {
        const halls = hallsGranted([...bureau.known.halls.keys()], options.hall, options.everyHall)
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
          { id, name, badge: options.badge, partyMember: options.partyMember, password: await askPassword(), halls },
          holdings,
        )
        say(`${id} ${name} may sign in: ${halls?.join(', ') ?? 'every hall'}.`)
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
        const known = bureau.known.people.get(id)
        if (known === undefined) throw new Error(`there is nobody ${id}`)
        // What somebody has passed an examination for stays theirs in another role.
        const qualifications = [...new Set(known.holdings.flatMap((each) => each.qualifications ?? []))]
        await setHoldings(
          bureau,
          id,
          held.map((each) => ({ ...holding(each), qualifications })),
        )
        say(`${id}: ${held.join(', ')}`)
      }),
    )
  person
    .command('stand-in')
    .argument('<who>', 'who takes the place')
    .argument('<away>', 'whose place it is')
    .option('--from <day>', 'the first day; today unless given')
    .option('--until <day>', 'the last day; the first unless given')
    .option('--reason <why>', '', 'on the command line')
    .description('lets somebody act in the place of somebody away (代岗), in all that one holds; each act says so')
    .action((who: string, away: string, options: { from?: string; until?: string; reason: string }) =>
      withBureau(async (bureau) => {
        const from = options.from ?? dayOf(new Date().toISOString())
        const asked = StandInAsked.parse({
          standIn: who,
          away,
          from,
          until: options.until ?? from,
          reason: options.reason,
        })
        const answer = await nameStandIn(bureau, null, asked)
        if (!answer.ok) throw new Error(`${who} cannot stand in for ${away} from ${from}: ${faults[answer.why]}`)
        const places = answer.holdings.map(({ role, office }) => `${role}@${office}`)
        say(`${answer.id}: ${who} stands in for ${away} from ${from} until ${asked.until}: ${places.join(', ')}`)
      }),
    )
  person
    .command('end-stand-in')
    .argument('<id>', 'as it was printed when it was named')
    .requiredOption('--reason <why>')
    .description('ends a 代岗 with today; one that has not begun never does')
    .action((id: string, { reason }: { reason: string }) =>
      withBureau(async (bureau) => {
        const answer = await endStandIn(bureau, null, { id, reason })
        if (!answer.ok) throw new Error(`there is no ${id} that still stands`)
        say(answer.until === null ? `${id} will not begin.` : `${id} ends with ${answer.until}.`)
      }),
    )
  person
    .command('halls')
    .argument('[id]', 'nobody: everybody, and in which halls')
    .argument('[hall...]')
    .option('--every-hall', 'every hall, also those to come', false)
    .description('in which halls somebody signs in and sees what they may; takes the place of what was granted')
    .action((id: string | undefined, named: string[], { everyHall }: { everyHall: boolean }) =>
      withBureau(async (bureau) => {
        const { people, hallsOf, halls } = bureau.known
        const granted = (person: string) => `${person}: ${hallsOf.get(person)?.join(', ') ?? 'every hall'}`
        if (id === undefined) {
          for (const person of [...people.keys()].toSorted()) say(granted(person))
          return
        }
        if (!people.has(id)) throw new Error(`there is nobody ${id}`)
        if (named.length > 0 || everyHall) await setHalls(bureau, id, hallsGranted([...halls.keys()], named, everyHall))
        const { halls: now } = await bureau.db
          .selectFrom('people')
          .select('halls')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        say(`${id}: ${now?.join(', ') ?? 'every hall'}`)
      }),
    )
  person
    .command('qualified')
    .argument('<id>')
    .argument('[for...]', 'such as 婚姻登记员; nothing takes all away')
    .description('what somebody is qualified for in all they hold; takes the place of what stood there')
    .action((id: string, names: string[]) =>
      withBureau(async (bureau) => {
        if (!bureau.known.people.has(id)) throw new Error(`there is nobody ${id}`)
        await setQualifications(bureau, id, Holding.shape.qualifications.unwrap().parse(names))
        say(`${id}: ${names.join(', ') || 'no qualification'}`)
      }),
    )
}
