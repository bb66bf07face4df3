/** `bureau hall`, `bureau window`: the halls, their settings and windows. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { checkTextBy } from '../shared/item/check-text.ts'
import { type HallLack, hallLacks } from '../shared/item/hall-lacks.ts'
import { Hall, HallWindow } from '../shared/people/hall.ts'
import type { Bureau } from './bureau.ts'
import { say, withBureau } from './command-tools.ts'
import { putHall } from './publish.ts'

export function addHallCommands(program: Command): void {
  program
    .command('hall')
    .description('add a hall, or change its settings, from a file like catalogue/halls/demo.json')
    .argument('<file>')
    .action((file: string) =>
      withBureau(async (bureau, catalogue) => {
        const hall = readHall(file)
        await putHall(bureau, hall)
        say(`${hall.id} ${hall.name}: ${hall.windows.length} windows, ${hall.offices.length} offices.`)
        sayLacks(bureau, catalogue, [hall])
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
}

/** Reads a hall's file. Throws an Error that names each line with a fault. */
export function readHall(file: string): Hall {
  const { value, problems } = checkTextBy(readFileSync(file, 'utf8'), Hall)
  if (value !== undefined) {
    const { yellow, red } = value.lights
    if (yellow > red) return value
    throw new Error(`${file}: lights.yellow (${yellow}) has to be more than lights.red (${red}), or it never shows`)
  }
  throw new Error(problems.map(({ line, path: place, problem }) => `${file}:${line} ${place} ${problem}`).join('\n'))
}

/** Says what halls lack for the current items, and what to write where; nothing when nothing lacks. */
export function sayLacks(bureau: Bureau, catalogue: string, halls: Iterable<Hall> = bureau.known.halls.values()): void {
  const items = bureau.known.catalogues.at(-1)?.items ?? []
  for (const hall of halls) {
    const lacks = hallLacks(items, hall)
    if (lacks.length > 0) for (const line of lacksText(hall, lacks, demoSettings(catalogue))) say(line)
  }
}

/** One line for each thing that lacks, with how another hall wrote it. */
export function lacksText(
  hall: Hall,
  lacks: readonly HallLack[],
  examples: Readonly<Record<string, string>>,
): string[] {
  return [
    `${hall.id} lacks ${lacks.length} things that items ask for. Items that are not taken here can wait for theirs; ` +
      'the others are refused at the decision, or their papers leave the amount out.',
    ...lacks.map(({ problem, setting, items }) => {
      const example = setting === null ? undefined : examples[setting]
      const write =
        setting === null
          ? 'under "offices"'
          : `under "settings" write "${setting}": "…"${example === undefined ? '' : `, such as "${example}"`}`
      return `  ${problem}: ${write}. For ${items.map(({ code, name }) => `${code} ${name}`).join(', ')}.`
    }),
    'Add them to the hall’s file and give it to `hall` again.',
  ]
}

/** A catalogue without the example hall leaves the names alone. */
function demoSettings(catalogue: string): Record<string, string> {
  const file = path.join(catalogue, 'halls/demo.json')
  return existsSync(file) ? readHall(file).settings : {}
}
