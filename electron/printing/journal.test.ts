import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/printing/folders.ts'
import { journalFile, openJournal, readJournal } from './journal.ts'
import { SheetJob } from './messages.ts'

const sheet = (n: number) =>
  SheetJob.parse({ serial: `000120003461-ABCDE-${n}`, paper: '000120003461', printer: '三楼', file: `/x/${n}.pdf` })

test('what was written stands after a restart, and what is over does not', () => {
  const folder = temporaryFolder()
  const journal = openJournal(folder)
  for (const n of [1, 2, 3]) journal.note({ step: 'taken', sheet: sheet(n) })
  journal.note({ step: 'opened', serial: sheet(1).serial, job: '7' })
  journal.note({ step: 'sent', serial: sheet(1).serial })
  journal.note({ step: 'ended', serial: sheet(2).serial })
  expect(openJournal(folder).open).toEqual([
    { sheet: sheet(1), job: '7', sent: true },
    { sheet: sheet(3), job: null, sent: false },
  ])
  expect(readFileSync(journalFile(folder), 'utf8')).not.toContain(sheet(2).serial)
})

test('a line that was being written when the power went counts as not written, wherever it was cut', () => {
  const folder = temporaryFolder()
  openJournal(folder).note({ step: 'taken', sheet: sheet(1) })
  const whole = readFileSync(journalFile(folder), 'utf8')
  const last = `${JSON.stringify({ step: 'opened', serial: sheet(1).serial, job: '7' })}\n`
  for (let length = 0; length < last.length; length++) {
    writeFileSync(journalFile(folder), whole + last.slice(0, length))
    expect(readJournal(folder)).toEqual({ ways: [{ sheet: sheet(1), job: null, sent: false }], damaged: false })
  }
})

test('a damaged journal is kept aside, and what it still says is taken up', () => {
  const folder = temporaryFolder()
  openJournal(folder).note({ step: 'taken', sheet: sheet(1) })
  appendFileSync(journalFile(folder), 'not a line\n')
  openJournal(folder).note({ step: 'taken', sheet: sheet(2) })
  expect(openJournal(folder).open.map((way) => way.sheet)).toEqual([sheet(1), sheet(2)])
  expect(readdirSync(path.join(folder, 'aside'))).toEqual(['journal.jsonl'])
})
