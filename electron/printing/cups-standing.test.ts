import { expect, test } from 'vitest'
import recorded from '../../tests/printing/recorded-cups.json' with { type: 'json' }
import { jobStanding, printerOf } from './cups-standing.ts'
import { decodeAnswer, encodeRequest } from './ipp.ts'

const first = (base64: string) => decodeAnswer(Buffer.from(base64, 'base64')).groups[0] ?? {}
const standing = (name: 'empty' | 'done' | 'outOfPaper' | 'paused' | 'cancelled' | 'held') =>
  jobStanding(first(recorded[name].job), first(recorded[name].printer))

test('R-PRINT-7: what CUPS really answered is read as where the sheet stands', () => {
  expect(standing('empty')).toEqual({ is: 'empty' })
  expect(standing('done')).toEqual({ is: 'over', how: 'done', message: '' })
  expect(standing('outOfPaper')).toEqual({ is: 'waiting', why: 'outOfPaper', message: '' })
  expect(standing('paused')).toEqual({ is: 'waiting', why: 'paused', message: '工人在修' })
  expect(standing('cancelled')).toMatchObject({ is: 'over', how: 'cancelled' })
  expect(standing('held')).toMatchObject({ is: 'waiting', why: 'held' })
})

test.each([
  ['media-empty-error', 'outOfPaper'],
  ['media-needed', 'outOfPaper'],
  ['media-jam-warning', 'jam'],
  ['cover-open', 'open'],
  ['door-open-report', 'open'],
  ['toner-empty-error', 'toner'],
  ['offline-report', 'offline'],
  ['connecting-to-device', 'offline'],
])('R-PRINT-7: a printer that says %s waits for somebody', (reason, why) => {
  const job = { 'job-state': [5], 'job-state-reasons': ['job-printing'] }
  const printer = { 'printer-state': [4], 'printer-state-reasons': ['marker-supply-low-warning', reason] }
  expect(jobStanding(job, printer)).toEqual({ is: 'waiting', why, message: '' })
})

test('R-PRINT-7: little toner or little paper is no trouble yet', () => {
  const job = { 'job-state': [5], 'job-state-reasons': ['job-printing'] }
  const printer = { 'printer-state': [4], 'printer-state-reasons': ['toner-low-warning', 'media-low-report'] }
  expect(jobStanding(job, printer)).toEqual({ is: 'printing' })
})

test('a job that is over is over, whatever its printer says now', () => {
  const printer = { 'printer-state': [5], 'printer-state-reasons': ['media-empty-error'] }
  expect(jobStanding({ 'job-state': [9] }, printer)).toEqual({ is: 'over', how: 'done', message: '' })
  expect(jobStanding({ 'job-state': [8], 'job-printer-state-message': ['Filter failed'] }, printer)).toEqual({
    is: 'over',
    how: 'aborted',
    message: 'Filter failed',
  })
})

test('printers are listed with the default one, and one that rejects is not ready', () => {
  const printers = (base64: string) =>
    decodeAnswer(Buffer.from(base64, 'base64')).groups.map((printer) => printerOf(printer, 'Desk'))
  expect(printers(recorded.printers.answer)).toEqual([
    { name: 'Desk', description: 'Desk', isDefault: true, state: 'ready' },
    { name: 'Other', description: 'Other', isDefault: false, state: 'ready' },
  ])
  expect(printers(recorded.printersRejecting.answer)[0]).toMatchObject({ name: 'Desk', state: 'stopped' })
})

test('an answer that is cut short anywhere is an error and never half an answer', () => {
  const whole = Buffer.from(recorded.outOfPaper.printer, 'base64')
  for (let length = 0; length < whole.length; length++) {
    expect(() => decodeAnswer(whole.subarray(0, length))).toThrow(RangeError)
  }
})

test('a request has the bytes that RFC 8010 gives its attributes', () => {
  const request = encodeRequest({
    operation: 'cancelJob',
    attributes: [
      ['job-uri', 'uri', 'ipp://localhost/jobs/7'],
      ['purge-job', 'boolean', true],
    ],
  })
  const charset = '47 0012 617474726962757465732d63686172736574 0005 7574662d38'
  const language = '48 001b 617474726962757465732d6e61747572616c2d6c616e6775616765 0002 656e'
  const job = '45 0007 6a6f622d757269 0016 6970703a2f2f6c6f63616c686f73742f6a6f62732f37'
  const purge = '22 0009 70757267652d6a6f62 0001 01'
  expect(request.toString('hex')).toBe(
    `0200 0008 00000001 01 ${charset} ${language} ${job} ${purge} 03`.replaceAll(' ', ''),
  )
})

test('a further value of an attribute has no name of its own', () => {
  const request = encodeRequest({ operation: 'printers', attributes: [['requested-attributes', 'keyword', 'a', 'b']] })
  expect(request.toString('hex')).toContain(
    '44 0014 7265717565737465642d61747472696275746573 0001 61 44 0000 0001 62'.replaceAll(' ', ''),
  )
})
