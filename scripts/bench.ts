/** `npm run bench`: measures beside a bare reference taken in the same run, prints the rows and writes out/bench.json.
 *  `npm run bench -- server start` measures these parts only. */
import { mkdir, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { benchExpert } from '../tests/bench/expert.ts'
import { benchFind } from '../tests/bench/find.ts'
import { closeFullHall } from '../tests/bench/full-hall.ts'
import { benchRecord } from '../tests/bench/record.ts'
import { benchReports } from '../tests/bench/reports.ts'
import { BenchRow } from '../tests/bench/row.ts'
import { benchServer } from '../tests/bench/server.ts'
import { benchStart } from '../tests/bench/start.ts'
import { tableOf } from '../tests/bench/table.ts'
import setUpWindow from './journey-setup.ts'
import { projectFolder } from './programs.ts'
import { run, Stop } from './stop.ts'

const parts = {
  record: () => benchRecord(console.log),
  server: () => benchServer(console.log),
  find: () => benchFind(console.log),
  counter: () => benchExpert(console.log),
  start: () => benchStart(console.log),
  reports: () => benchReports(console.log),
}
type Part = keyof typeof parts
const names = Object.keys(parts) as Part[]
const file = path.join(projectFolder, 'out/bench.json')

await run(async () => {
  const given = process.argv.slice(2)
  const chosen = given.length === 0 ? names : names.filter((name) => given.includes(name))
  if (given.some((name) => !names.includes(name as Part)))
    throw new Stop(`Say it like this: npm run bench -- ${names.join(' ')}. Without a name everything is measured.`)
  const close = await setUpWindow()
  const rows: BenchRow[] = []
  try {
    for (const name of chosen) {
      console.log(`\nMeasuring ${name} …`)
      const measured = (await parts[name]()).map((row) => BenchRow.parse(row))
      rows.push(...measured)
      console.log(`\n${tableOf(measured)}`)
      // A part that breaks off later takes nothing from those before it.
      await write(rows)
    }
  } finally {
    await closeFullHall()
    close()
  }
  console.log(`\n${tableOf(rows)}\n\nWritten to ${path.relative(projectFolder, file)}.`)
  const missed = rows.filter(({ met }) => met === false)
  if (missed.length > 0) throw new Stop(`Not met: ${missed.map(({ name }) => name).join(' · ')}.`)
  return 0
})

async function write(rows: readonly BenchRow[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const { PIONEER_ELECTRON_VERSION: electron, PIONEER_ELECTRON_SOURCE: source } = process.env
  const on = { electron, source, cpu: os.cpus()[0]?.model ?? '', cores: os.cpus().length, load: os.loadavg() }
  await writeFile(file, `${JSON.stringify({ at: new Date().toISOString(), on, rows }, null, 2)}\n`)
}
