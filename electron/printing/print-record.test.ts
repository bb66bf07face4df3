import { expect, test } from 'vitest'
import { PrintedNumber } from '../../shared/case/ids.ts'
import type { SheetState } from './messages.ts'
import { openPrintRecord, type PrintEnd, type PrintJob } from './print-record.ts'

const job: PrintJob = {
  id: '000120003461-ABCDE',
  paper: PrintedNumber.parse('000120003461'),
  printer: 'Desk',
  state: 'queued',
  detail: null,
  file: null,
}
const states = {
  queued: { state: 'queued', detail: null, outcome: null },
  printing: { state: 'printing', detail: null, outcome: null },
  outOfPaper: { state: 'outOfPaper', detail: '缺纸', outcome: null },
  done: { state: 'done', detail: null, outcome: 'done' },
  rejected: { state: 'rejected', detail: '不接收', outcome: 'rejected' },
  gone: { state: 'failed', detail: '没有记录', outcome: 'unknown' },
} satisfies Record<string, SheetState>

function makeRecord() {
  const ends: [string, PrintEnd][] = []
  let changes = 0
  const record = openPrintRecord({
    onChange: () => {
      changes++
    },
    onEnd: ({ id }, end) => ends.push([id, end]),
  })
  return { record, ends, changes: () => changes }
}

test('R-PRINT-10: of two copies the window shows the one that wants somebody', () => {
  const { record, ends } = makeRecord()
  record.begin(job, ['1', '2'])
  record.sheet(job.id, '1', states.done)
  record.sheet(job.id, '2', states.outOfPaper)
  expect(record.jobs()[0]).toMatchObject({ state: 'outOfPaper', detail: '缺纸' })
  expect(ends).toEqual([])
  record.sheet(job.id, '2', states.done)
  expect(record.jobs()[0]).toMatchObject({ state: 'done', detail: null })
})

test('R-PRINT-10: a print has ended once, when every copy has, and as badly as the worst of them', () => {
  const { record, ends } = makeRecord()
  record.begin(job, ['1', '2', '3'])
  record.sheet(job.id, '1', states.done)
  record.sheet(job.id, '3', states.rejected)
  expect(ends).toEqual([])
  record.sheet(job.id, '2', states.gone)
  record.sheet(job.id, '2', states.done)
  expect(ends).toEqual([[job.id, 'unknown']])
})

test('the newest print comes first, and only ended ones are forgotten', () => {
  const { record } = makeRecord()
  const at = (n: number) => ({ ...job, id: `job ${n}` })
  record.begin(at(0), ['1'])
  for (let n = 1; n <= 150; n++) record.put({ ...at(n), state: 'savedAsPdf' }, 'savedAsPdf')
  const kept = record.jobs().map(({ id }) => id)
  expect(kept).toHaveLength(100)
  expect(kept[0]).toBe('job 150')
  expect(kept.at(-1)).toBe('job 0')
})

test('every change is told', () => {
  const { record, changes } = makeRecord()
  record.put({ ...job, state: 'rendering' })
  record.begin(job, ['1'])
  record.sheet(job.id, '1', states.printing)
  expect(changes()).toBe(2)
})
