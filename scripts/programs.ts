/** Programs that the development dependencies bring, run in the project's folder. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Stop } from './stop.ts'

/** The project's own folder. */
export const projectFolder = path.resolve(import.meta.dirname, '..')

/** Where a development dependency's program lies. */
export function developmentProgram(name: string): string {
  return path.join(projectFolder, 'node_modules/.bin', name)
}

/** Runs a development dependency's program ; stops with a sentence when it fails. */
export async function runProgram(name: string, given: string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const status = await programStatus(name, given, env)
  if (status !== 0) throw new Stop(`${name} ${given[0] ?? ''} failed; what it said stands above.`)
}

/** The same, giving the exit status instead; `harmless` as for `startStatus`. */
export function programStatus(
  name: string,
  given: string[],
  env: NodeJS.ProcessEnv = process.env,
  harmless?: RegExp,
): Promise<number> {
  return startStatus(developmentProgram(name), given, env, harmless)
}

/**
 * Runs a program that shares this terminal and gives its exit status; one that a signal ended has status 1.
 * Lines of its error output that `harmless` matches are left out.
 */
export function startStatus(
  command: string,
  given: string[],
  env: NodeJS.ProcessEnv,
  harmless?: RegExp,
): Promise<number> {
  const errors = harmless === undefined ? 'inherit' : 'pipe'
  const child = spawn(command, given, { cwd: projectFolder, env, stdio: ['inherit', 'inherit', errors] })
  if (harmless !== undefined && child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!harmless.test(line)) console.error(line)
    })
  }
  const end = () => child.kill()
  process.once('exit', end)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', end)
      resolve(code ?? 1)
    })
  })
}

/** What Electron says of a machine without a message bus; nothing here uses one. */
export const withoutMessageBus = /ERROR:(object_proxy|bus)\.cc/
