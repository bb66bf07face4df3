/** The print process's beginning: listens to main, works in printing/hand-over.ts. */
import { openHandOver } from './printing/hand-over.ts'
import { openQueue } from './printing/open-queue.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('the print process needs its folder')

const queue = await openQueue()
const handOver = openHandOver({ folder, queue, post: (message) => process.parentPort.postMessage(message) })
process.parentPort.on('message', (event) => handOver.receive(event.data))
