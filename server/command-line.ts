/** The bureau's command line: `serve` runs it, the rest administers it. Every answer is a sentence or JSON on standard output. */
import { readFileSync, writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { z } from 'zod'
import { checkCalendarText } from '../shared/calendar/check-text.ts'
import { backup, restore } from './backup.ts'
import type { Bureau } from './bureau.ts'
import { checkCloses } from './close-check.ts'
import { addAuditCommands } from './command-audit.ts'
import { addHallCommands, sayLacks } from './command-hall.ts'
import { addPersonCommands } from './command-people.ts'
import { addTerminalCommands } from './command-terminals.ts'
import { openByEnvironment, say, withBureau } from './command-tools.ts'
import { publishFolder } from './demo.ts'
import { closeDifferenceText, differenceText } from './difference-text.ts'
import { judgeWaiting } from './judging.ts'
import { initBureau } from './life.ts'
import { publishCalendar } from './publish.ts'
import { recount } from './recount.ts'
import { serve } from './serve.ts'

function hallsNamed({ known }: Bureau, only: string | undefined): string[] {
  if (only === undefined) return [...known.halls.keys()]
  if (!known.halls.has(only)) throw new Error(`there is no hall ${only}`)
  return [only]
}

/** Writes a secret into a file that nobody else reads. Throws an Error that says what to do when there can be none. */
function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    throw new Error(`${(error as Error).message}: name a new file in a folder that is there; nothing was begun`)
  }
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
        const begun = await initBureau(bureau, (key) => writeNew(options.recoveryKey, `${JSON.stringify(key)}\n`))
        say(
          begun
            ? `The private recovery key is in ${options.recoveryKey}. Print it or carry it away: with it a dead terminal's records are read.`
            : 'This bureau was begun before; its recovery key stays.',
        )
        await publishFolder(bureau, catalogue)
        say(
          `Published: ${bureau.known.catalogues.length} catalogue, calendar ${bureau.known.calendar?.edition}, ${bureau.known.papers.length} paper book.`,
        )
        if (bureau.known.halls.size === 0) say('Next: `hall FILE`, with a file like catalogue/halls/demo.json.')
        sayLacks(bureau, catalogue)
      }),
    )

  addHallCommands(program)
  addPersonCommands(program)
  addTerminalCommands(program)
  addAuditCommands(program)

  program
    .command('calendar')
    .description('the working days of a year')
    .command('publish')
    .argument('<file>', 'like catalogue/calendars/2026.json')
    .action((file: string) =>
      withBureau(async (bureau) => {
        const { year, problems } = checkCalendarText(readFileSync(file, 'utf8'), bureau.known.calendar)
        if (year === undefined)
          throw new Error(problems.map((each) => `${file}:${each.line} ${each.problem}`).join('\n'))
        const { moved } = await publishCalendar(bureau, year)
        say(
          `${year.year} is published; the days of ${moved} running cases moved. Days are settled through ${bureau.known.calendar?.publishedThrough}.`,
        )
      }),
    )
  program
    .command('catalogue')
    .description('items and papers')
    .command('publish')
    .argument('<folder>', 'like catalogue/')
    .option('--replace <code...>', 'items published in the window that the folder may take back')
    .action((folder: string, options: { replace?: string[] }) =>
      withBureau(async (bureau) => {
        await publishFolder(bureau, folder, options)
        say(
          `Current: catalogue ${bureau.known.catalogues.at(-1)?.edition}, papers ${bureau.known.papers.at(-1)?.edition}.`,
        )
        sayLacks(bureau, folder)
      }),
    )
  program
    .command('recount')
    .argument('[hall]', 'every hall unless named')
    .description('make every case and figure anew from the events, and say what was not as it should be')
    .action((only: string | undefined) =>
      withBureau(async (bureau) => {
        for (const hall of hallsNamed(bureau, only)) {
          const { cases, lines, differed } = await recount(bureau, hall, (each) => say(differenceText(each)))
          say(`${hall}: ${cases} cases and ${lines} lines counted anew, ${differed} were not as they should be.`)
          const { closes, differences } = await checkCloses(bureau, hall)
          for (const each of differences) say(closeDifferenceText(each))
          say(`${hall}: ${closes} closes and amendments counted again, ${differences.length} to be looked at.`)
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
