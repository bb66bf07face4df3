/** `npm run fuzz`: 10,000 random forms of every item, judged by window, machine and bureau; `-- --forms N` for another number. */
import { Command } from 'commander'
import { programStatus } from './programs.ts'
import { run } from './stop.ts'

const { forms } = new Command('fuzz')
  .option('--forms <count>', 'forms of each item', '10000')
  .parse()
  .opts<{ forms: string }>()
await run(() => programStatus('vitest', ['run', 'tests/fuzz'], { ...process.env, PIONEER_FUZZ: forms }))
