/**
 * `npm test`: everything that shows that the desk works, from single rules to journeys in the real window. Ends at the
 * first part that fails; the last line counts both parts and says what was left out, and why.
 */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { build } from './build.ts'
import { fetchRuntime } from './electron-runtime.ts'
import { whyLeftOut } from './left-out.ts'
import { programStatus, projectFolder } from './programs.ts'
import { describeMachine, readyMachine } from './ready-machine.ts'
import { run } from './stop.ts'
import { ensureSystemPackages, printSystem, rightsToInstall, toOpenWindows } from './system-packages.ts'
import { addCounts, type Count, closingLine, countJourneys, countUnits } from './test-counts.ts'

const reports = path.join(projectFolder, 'out/test')

await run(async () => {
  const begun = Date.now()
  await rm(reports, { recursive: true, force: true })
  const needed = [...toOpenWindows(), printSystem]
  await rightsToInstall(needed)
  // One waits for the network while another works.
  await Promise.all([ensureSystemPackages(needed), fetchRuntime(), build()])
  const machine = await readyMachine()
  console.log(describeMachine(machine))

  let count: Count = { passed: 0, failed: 0, skipped: 0 }
  let status = 0
  for (const part of [units, journeys]) {
    const done = await part()
    status = done.status
    count = addCounts(count, done.count)
    // A part that failed before it could count, or that a report does not explain, is a failure all the same.
    if (status !== 0 && done.count.failed === 0) count = addCounts(count, { passed: 0, failed: 1, skipped: 0 })
    if (status === 0 && done.count.failed > 0) status = 1
    if (status !== 0) break
  }
  machine.display.close()
  console.log(`\nTests took ${Math.round((Date.now() - begun) / 1000)} s on Electron ${machine.runtime.version}.`)
  console.log(closingLine(count, await whyLeftOut()))
  return status
})

async function units() {
  const status = await programStatus('vitest', ['run', '--reporter=default', '--reporter=json'])
  return { status, count: await countUnits(path.join(reports, 'units.json')) }
}

async function journeys() {
  const status = await programStatus('playwright', ['test', '--pass-with-no-tests'])
  return { status, count: await countJourneys(path.join(reports, 'journeys.json')) }
}
