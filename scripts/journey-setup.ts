/** Gets the machine ready before the journeys, however they are started; tells them of it through the environment. */
import { buildIfStale } from './build.ts'
import { describeMachine, readyMachine } from './ready-machine.ts'

/**
 * Sets PIONEER_ELECTRON (the executable), PIONEER_ELECTRON_SOURCE, PIONEER_ELECTRON_VERSION and
 * PIONEER_ELECTRON_SWITCHES (a JSON list) for the journeys, and DISPLAY where the machine has none.
 */
export default async function setUp(): Promise<() => void> {
  const machine = await readyMachine()
  console.log(describeMachine(machine))
  await buildIfStale()
  Object.assign(process.env, {
    PIONEER_ELECTRON: machine.runtime.path,
    PIONEER_ELECTRON_SOURCE: machine.runtime.source,
    PIONEER_ELECTRON_VERSION: machine.runtime.version,
    PIONEER_ELECTRON_SWITCHES: JSON.stringify(machine.switches),
  })
  return machine.display.close
}
