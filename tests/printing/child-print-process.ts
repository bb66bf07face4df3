/**
 * The print process as a child of Node, over the system's real queue. With DIE_AFTER it kills itself as hard as
 * `kill -9` after that operation, once for the folder.
 */
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openHandOver } from '../../electron/printing/hand-over.ts'
import { openQueue } from '../../electron/printing/open-queue.ts'
import type { PrintQueue } from '../../electron/printing/queue.ts'

const [, , folder = ''] = process.argv
const mark = path.join(folder, 'died')

function mortal(queue: PrintQueue): PrintQueue {
  const dying = <Given extends unknown[], T>(name: string, work: (...given: Given) => Promise<T>) => {
    return async (...given: Given) => {
      const answer = await work(...given)
      if (process.env.DIE_AFTER === name && !existsSync(mark)) {
        writeFileSync(mark, '')
        process.kill(process.pid, 'SIGKILL')
      }
      return answer
    }
  }
  return { ...queue, open: dying('open', queue.open), send: dying('send', queue.send), look: dying('look', queue.look) }
}

const queue = mortal(await openQueue())
const handOver = openHandOver({ folder, queue, post: (message) => process.send?.(message) })
process.on('message', (message) => handOver.receive(message))
