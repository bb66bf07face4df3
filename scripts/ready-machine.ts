/** Everything that must be there before the window opens: Electron, the system's packages and a display. */
import { type Display, openDisplay } from './display.ts'
import { type Runtime, resolveRuntime } from './electron-runtime.ts'
import { electronSwitches } from './electron-switches.ts'
import { ensureSystemPackages, librariesOf, toOpenWindows } from './system-packages.ts'

export interface ReadyMachine {
  runtime: Runtime
  display: Display
  /** What Electron needs on its command line on this machine. */
  switches: string[]
}

/** Fetches and installs what is missing and opens a display; the caller closes it. */
export async function readyMachine(): Promise<ReadyMachine> {
  await ensureSystemPackages(toOpenWindows())
  const runtime = await resolveRuntime()
  await ensureSystemPackages([librariesOf(runtime.path)])
  const display = await openDisplay()
  return { runtime, display, switches: await electronSwitches(runtime.path, display.virtual !== undefined) }
}

/** One line for the terminal that says what the window will run on. */
export function describeMachine({ runtime, display }: ReadyMachine): string {
  const source = {
    override: 'named by the environment',
    official: 'official',
    'registry-fallback': 'registry fallback',
  }
  const screen = display.virtual === undefined ? "this machine's display" : `virtual display ${display.virtual}`
  return `Electron ${runtime.version} (${source[runtime.source]}) on ${screen}.`
}
