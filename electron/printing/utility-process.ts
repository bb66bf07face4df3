/** The print process as Electron runs it: a crash there cannot take the window and its form along. */
import path from 'node:path'
import { app, utilityProcess } from 'electron'
import type { RunningProcess } from './print-line.ts'

/** Starts it on a folder. It lies beside main in what is built. */
export async function forkPrintProcess(folder: string): Promise<RunningProcess> {
  await app.whenReady()
  const child = utilityProcess.fork(path.join(app.getAppPath(), 'dist/main/print-process.js'), [folder], {
    serviceName: 'print',
  })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (hear) => child.on('message', hear),
    onExit: (hear) => child.once('exit', hear),
    kill: () => child.kill(),
  }
}
