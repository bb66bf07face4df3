/**
 * `npm run dev`: as `npm start`, with hot reload of the window, and machine and bureau started again when their
 * sources change. Its data lies in `.runtime/dev`.
 */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { desktopConfig, forgetBuild } from './build.ts'
import { printAccounts } from './demo-accounts.ts'
import { deskFolders, startBureau } from './embedded-bureau.ts'
import { programStatus, projectFolder, withoutMessageBus } from './programs.ts'
import { describeMachine, readyMachine } from './ready-machine.ts'
import { run } from './stop.ts'

const home = path.join(projectFolder, '.runtime/dev')

await run(async () => {
  await mkdir(home, { recursive: true })
  const machine = await readyMachine()
  console.log(describeMachine(machine))
  const bureau = await startBureau({ dataFolder: path.join(home, 'bureau'), arguments: ['--demo'], from: 'sources' })
  printAccounts(bureau.ready.demo)
  await forgetBuild()
  const watch = ['dev', '--watch', ...desktopConfig, '--', ...machine.switches]
  const environment = {
    ...process.env,
    ...bureau.environment,
    ...deskFolders(home),
    ELECTRON_EXEC_PATH: machine.runtime.path,
  }
  const status = await programStatus('electron-vite', watch, environment, withoutMessageBus)
  await bureau.stop()
  machine.display.close()
  return status
})
