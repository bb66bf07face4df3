/** The commands of whoever looks into what was done: the books verified, and a sample of cases drawn. */
import { randomBytes } from 'node:crypto'
import { type Command, InvalidArgumentError } from 'commander'
import { Day } from '../shared/calendar/day.ts'
import { type Part, parts } from '../shared/report/parts.ts'
import { say, withBureau } from './command-tools.ts'
import { sampleOf } from './sample.ts'
import { brokenText, verifyWhole } from './verify-books.ts'

type Drawn = {
  from: string
  until: string
  part: string
  item?: string
  window?: number
  person?: string
  without: string[]
  size: number
  seed?: string
  position?: number
}

export function addAuditCommands(program: Command): void {
  program
    .command('verify')
    .argument('[terminal]', 'every terminal unless named')
    .description(
      'read the records of each terminal again from the first, and name the first that is not as it was sent',
    )
    .action((only: string | undefined) =>
      withBureau(async (bureau) => {
        const rows = await bureau.db.selectFrom('terminals').select('no').orderBy('no').execute()
        for (const no of only === undefined ? rows.map((row) => row.no) : [Number(only)]) {
          const { at, taken, broken } = await verifyWhole(bureau, no)
          if (broken === null) say(`Terminal ${no}: ${taken} records, each as it was sent (${at.digest.slice(0, 16)}).`)
          else {
            say(`Terminal ${no}: ${brokenText(broken)}; ${at.seq} of ${taken} records before it are as they were sent.`)
            process.exitCode = 1
          }
        }
      }),
    )
  program
    .command('sample')
    .argument('<hall>')
    .requiredOption('--from <day>', 'the first day', readDay)
    .requiredOption('--until <day>', 'the last day', readDay)
    .option(
      '--part <part>',
      'what the cases count for on these days: received, granted, refused, withdrawn …',
      'received',
    )
    .option('--item <code>', 'only of this item')
    .option('--window <no>', 'only of this window', readCount)
    .option('--person <id>', 'only what this person did')
    .option('--without <codes...>', 'leave out the cases of these items, as an audit leaves out sealed ones', [])
    .option('--size <count>', 'how many cases', readCount, 20)
    .option('--seed <text>', 'draw an earlier sample again; a new one is drawn with a seed by chance')
    .option(
      '--position <no>',
      'among the cases as they stood at this position, as an earlier sample names it',
      readPosition,
    )
    .description('draw cases for an audit; what it prints is enough for anybody to draw the same ones again')
    .action((hall: string, { from, until, part, item, window, person, without, size, seed, position }: Drawn) =>
      withBureau(async (bureau) => {
        if (!(parts as readonly string[]).includes(part)) throw new Error(`nothing counts for ${part}`)
        if (!bureau.known.halls.has(hall as never)) throw new Error(`there is no hall ${hall}`)
        const asked = {
          ...{ hall, from, until, part: part as Part, without, size, seed: seed ?? randomBytes(12).toString('hex') },
          ...{ item: item ?? null, window: window ?? null, person: person ?? null },
        }
        const drawn = await sampleOf(bureau, asked, position ?? null)
        say(JSON.stringify(drawn, null, 2))
      }),
    )
}

function readPosition(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('a position is a number from 1 on')
  return Number(text)
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('a number from 1 on')
  return Number(text)
}

function readDay(text: string): string {
  const { success, data } = Day.safeParse(text)
  if (!success) throw new InvalidArgumentError('a day looks like 2026-11-24')
  return data
}
