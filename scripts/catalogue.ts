/** `npm run catalogue -- check [FILE|FOLDER]`: is the catalogue, or what would be added to it, in order? `… pages`: the items for
 *  people to read. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import { checkAdded, checkCatalogue } from './catalogue/check.ts'
import { writePages } from './catalogue/pages.ts'
import { projectFolder } from './programs.ts'

const published = path.join(projectFolder, 'catalogue')

/** Every fault on a line of its own, `file:line place：reason`; exit status 1 when there is one. */
function check(given: string | undefined, { catalogue }: { catalogue: string }): void {
  if (given !== undefined && !existsSync(given)) throw new Error(`找不到文件或文件夹：${given}`)
  const isWhole = given === undefined || existsSync(path.join(given, 'items'))
  const { items, problems } = isWhole ? checkCatalogue(given ?? catalogue) : checkAdded(given, catalogue)
  for (const { file, line, path: place, problem } of problems)
    console.log(`${shown(file)}:${line}${place === '' ? '' : ` ${place}`}：${problem}`)
  const unsure = items.reduce((sum, item) => sum + item.toConfirm.length, 0)
  const sure = unsure === 0 ? '' : `，其中${unsure}处要请局里核实（npm run catalogue -- pages 列出）`
  console.log(
    problems.length > 0
      ? `${problems.length}处要改。`
      : `${items.length > 0 ? `${items.length}个事项，` : ''}没有发现问题${sure}。`,
  )
  if (problems.length > 0) process.exitCode = 1
}

/** A page for each item and one for all; nothing is written from a catalogue that is not in order. */
function pages({ catalogue, out }: { catalogue: string; out: string }): void {
  const { items, halls, problems } = checkCatalogue(catalogue)
  if (problems.length > 0) throw new Error(`目录有${problems.length}处要改，先用 npm run catalogue -- check 核对`)
  const files = writePages(out, items, halls[0])
  console.log(`${files.length}页写在 ${shown(path.resolve(out))}，从 index.html 看起。`)
}

function shown(file: string): string {
  const near = path.relative('.', file)
  return near.startsWith('..') ? file : near
}

const program = new Command('catalogue').description('The items of the catalogue: checked, and as pages for people')
program
  .command('check')
  .description('check the whole catalogue, or a file or folder as it would be added to it')
  .argument('[path]', 'an item file, a year of the calendar, a template …, a folder of them, or a whole catalogue')
  .option('--catalogue <folder>', 'the catalogue it is added to', published)
  .action(check)
program
  .command('pages')
  .description('a page for each item for people to read and print, and one with everything the bureau has to confirm')
  .option('--out <folder>', 'where the pages go', path.join(projectFolder, 'out/catalogue'))
  .option('--catalogue <folder>', 'the catalogue', published)
  .action(pages)
try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
