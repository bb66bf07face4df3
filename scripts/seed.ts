/** `npm run seed -- --cases 5400 --days 250 --seed 1`: a made-up year of a hall's six windows, in a bureau to look at and to
 *  measure on. The same seed gives the same year. */
import path from 'node:path'
import { Command } from 'commander'
import pino from 'pino'
import { openDatabase } from '../server/database.ts'
import { demoPassword } from '../server/demo.ts'
import { makeSealer } from '../server/seal.ts'
import { readSettings } from '../server/settings.ts'
import { type Progress, showProgress } from './progress.ts'
import { readAsked } from './seed/asked.ts'
import { tallyOf } from './seed/tally.ts'
import { writeYear } from './seed/year.ts'
import { run } from './stop.ts'

const listed = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

await run(async () => {
  const given = new Command('seed')
    .option('--cases <count>', 'how many cases', '5400')
    .option('--days <count>', 'on how many working days; 250 are a year', '250')
    .option('--seed <number>', 'the same number gives the same year', '1')
    .option('--until <day>', 'the last day', '2026-11-24')
    .option('--data <folder>', 'where the embedded database lies; with DATABASE_URL the year goes there', 'out/seed')
    .parse()
    .opts()
  const { data, ...asked } = readAsked(given)
  const settings = readSettings({ ...process.env, PIONEER_DATA: data })
  const db = await openDatabase(settings.databaseUrl, path.join(settings.data, 'database'))
  const log = pino({ name: 'seed', level: 'warn' }, pino.destination({ dest: 2, sync: true }))
  const bars: Partial<Record<string, Progress>> = {}
  try {
    const place = { db, log, sealer: makeSealer(settings.sealKey), catalogue: settings.catalogue }
    const written = await writeYear(place, asked, (what, fraction) => {
      bars[what] ??= showProgress(what === 'planned' ? 'Living the cases' : 'Writing the year')
      if (fraction < 1) bars[what].reach(fraction)
      else bars[what].done()
    })
    const told = await tallyOf(written)
    console.log(`\n${written.kases.size} cases from ${written.from} to ${asked.until}, seed ${asked.seed}:`)
    console.log(`  ${told.records} records, ${told.events} events, ${told.offline} of them while a line was down`)
    console.log(`  outcomes: ${listed(told.outcomes)}`)
    console.log(`  items: ${listed(told.items)}`)
    console.log(`  events: ${listed(told.types)}`)
    console.log(
      `  ${told.questions} questions, ${told.ratings} slips; refused ${told.refused}, waiting ${told.waiting}`,
    )
    if (Object.keys(told.tasks).length > 0) console.log(`  to look at: ${listed(told.tasks)}`)
  } finally {
    for (const bar of Object.values(bars)) bar?.stop()
    await db.destroy()
  }
  const where = settings.databaseUrl === null ? `PIONEER_DATA=${data} ` : 'with the same DATABASE_URL: '
  console.log(`\nStart a bureau on it: ${where}npm run bureau -- serve --demo`)
  console.log(`It prints codes that enrol desks. People: wang.ck, wu.dc …; password ${demoPassword}.`)
  return 0
})
