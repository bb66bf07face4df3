/** Builds tests/printing/machine and starts it in the real Electron. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { build } from 'vite'
import { readyMachine } from '../../scripts/ready-machine.ts'

export interface ElectronMachine {
  app: ElectronApplication
  close(): Promise<void>
}

/** The machine, running; `arguments` are handed to its main. */
export async function startElectronMachine(...given: string[]): Promise<ElectronMachine> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pioneer-printing-'))
  await bundle(folder)
  const machine = await readyMachine()
  const app = await _electron.launch({
    executablePath: machine.runtime.path,
    args: [...machine.switches, folder, ...given],
  })
  return {
    app,
    close: async () => {
      await app.close()
      machine.display.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function bundle(folder: string): Promise<void> {
  const at = (name: string) => path.resolve(import.meta.dirname, name)
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: { main: at('machine/main.ts') },
        output: { entryFileNames: '[name].js', format: 'es' },
      },
    },
  })
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'printing-room', type: 'module', main: 'main.js' }),
  )
}
