/** `bureau terminal …`: enrolled machines. */
import type { Command } from 'commander'
import { OfficeKey } from '../shared/case/ids.ts'
import { say, withBureau } from './command-tools.ts'
import { makeCode, setOffices, setStopped } from './terminals.ts'

export function addTerminalCommands(program: Command): void {
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
}
