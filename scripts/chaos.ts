/** `npm run chaos -- --rounds N --seed S`: breaks everything N times, counts what was lost, and writes out/chaos.json. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Chaos, isClean, reportOf } from '../tests/chaos/outcome.ts'
import { runReal } from '../tests/chaos/real.ts'
import { simulate } from '../tests/chaos/simulated.ts'
import { projectFolder } from './programs.ts'
import { showProgress } from './progress.ts'
import { run, Stop } from './stop.ts'

const Given = z.object({
  rounds: z.coerce.number().int().min(1).max(100_000).default(200),
  seed: z.coerce.number().int().min(0).default(1),
})

function line({ kind, rounds, seed, acknowledged, lost, doubled, reordered, stuck, divergent }: Chaos): string {
  return `${kind}: ${rounds} rounds, seed ${seed}: ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${reordered} reordered, ${stuck} stuck, ${divergent} divergent`
}

await run(async () => {
  const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } })
  const given = Given.safeParse(values)
  if (!given.success) throw new Stop('Say it like this: npm run chaos -- --rounds 200 --seed 1')
  const { rounds, seed } = given.data
  const simulated = await simulate(rounds * 10, seed)
  console.log(line(simulated))
  const progress = showProgress('Killing and starting again')
  const stopping = new AbortController()
  const stop = () => stopping.abort(new Stop('Stopped before its end; nothing is written.'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  const onRound = (round: number) => progress.reach(round / rounds)
  const real = await runReal({ rounds, seed, onRound, signal: stopping.signal })
  progress.done()
  console.log(line(real))
  const file = path.join(projectFolder, 'out/chaos.json')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(reportOf(real), null, 2)}\n`)
  await writeFile(
    path.join(projectFolder, 'out/chaos-details.json'),
    `${JSON.stringify({ real, simulated }, null, 2)}\n`,
  )
  console.log(`Written to ${path.relative(projectFolder, file)}.`)
  if (!isClean(real) || !isClean(simulated))
    throw new Stop(
      'Something acknowledged was lost, doubled, reordered, stuck or divergent; the same seed repeats the run.',
    )
  return 0
})
