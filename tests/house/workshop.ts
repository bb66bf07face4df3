/** Copies of the house in a temporary folder, for tests that plant a breach and ask whether it is reported. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The project's folder. */
export const project = path.resolve(import.meta.dirname, '../..')

export const rooms = ['shared', 'catalogue', 'electron', 'renderer', 'server', 'scripts', 'tests'] as const

export interface Workshop {
  folder: string
  /** Writes a file below the folder. */
  plant(name: string, content: string): Promise<void>
  clear(): Promise<void>
}

/** Makes an empty workshop with the named files of the project and its node_modules. */
export async function openWorkshop(...names: string[]): Promise<Workshop> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pioneer-house-'))
  const plant = async (name: string, content: string) => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), content)
  }
  for (const name of names) await cp(path.join(project, name), path.join(folder, name), { recursive: true })
  await symlink(path.join(project, 'node_modules'), path.join(folder, 'node_modules'))
  return { folder, plant, clear: () => rm(folder, { recursive: true, force: true }) }
}

/** Runs a development tool in a folder and gives all it printed, whether it was content or not. */
export function runTool(name: string, given: string[], folder: string): Promise<string> {
  const program = path.join(project, 'node_modules/.bin', name)
  return new Promise((resolve) => {
    execFile(program, given, { cwd: folder, maxBuffer: 1 << 26 }, (_error, output, errors) => resolve(output + errors))
  })
}
