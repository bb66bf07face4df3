/** Builds tests/printing/machine and starts it in the real Electron. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication } from '@playwright/test'
import { build } from 'vite'
import type { Printing } from '../../electron/printing/printing.ts'
import type { RenderWindow } from '../../electron/printing/render-window.ts'
import { readyMachine } from '../../scripts/ready-machine.ts'

/** What main keeps under `room` of its global, for tests to work with. */
export interface Room {
  printing: Printing
  ended: { paper: string; printer: string; outcome: string }[]
  window: RenderWindow
}

export interface ElectronMachine {
  app: ElectronApplication
  outDir: string
  close(): Promise<void>
}

/** The machine, running, with `env` in its environment. */
export async function startElectronMachine(env: Record<string, string> = {}): Promise<ElectronMachine> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pioneer-printing-'))
  await bundle(folder)
  const machine = await readyMachine()
  const [dataDir, outDir] = [path.join(folder, 'data'), path.join(folder, 'out')]
  await mkdir(dataDir)
  const app = await _electron.launch({
    executablePath: machine.runtime.path,
    args: [...machine.switches, folder, `--user-data-dir=${path.join(folder, 'user')}`, dataDir, outDir],
    env: { ...(process.env as Record<string, string>), ...env },
  })
  return {
    app,
    outDir,
    close: async () => {
      await app.close()
      machine.display.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Main at the folder's top, the print process where the built desk has it. */
async function bundle(folder: string): Promise<void> {
  const main = fileURLToPath(new URL('./machine/main.ts', import.meta.url))
  const printProcess = fileURLToPath(new URL('../../electron/print-process.ts', import.meta.url))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: { main, 'dist/main/print-process': printProcess },
        output: { entryFileNames: '[name].js', format: 'es' },
      },
    },
  })
  const about = { name: 'printing-room', type: 'module', main: 'main.js' }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(about))
}
