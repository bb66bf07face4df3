/** A process for tests to kill: opens a book and appends without end, saying each record only after it is kept. */
import { writeSync } from 'node:fs'
import { dataKey } from './data-key-for-tests.ts'
import { newAct, noting, numbersIn, receiving, terminal } from './make-record.ts'
import { openLedger } from './open-ledger.ts'

const [dir, outsideFile] = process.argv.slice(2)
const { ledger } = await openLedger({
  dir: dir!,
  outsideFile: outsideFile!,
  terminal,
  dataKey,
  minimumFreeBytes: 0,
  segmentBytes: 20_000,
})
say({ opened: ledger.state.state })
for (;;) {
  const act = newAct()
  const { seq, hash, bytes } = ledger.append(ledger.last.seq % 3 === 2 ? noting() : receiving(act))
  say({ seq, hash, numbers: numbersIn(bytes) })
}

function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}
