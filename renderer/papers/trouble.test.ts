import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { PrintedNumber } from '../../shared/case/ids.ts'
import type { PrintJob } from '../../shared/contract/views.ts'
import { troubles } from './trouble.ts'

type Job = z.infer<typeof PrintJob>
const job = (id: string, paper: string, state: Job['state']): Job => ({
  id,
  paper: paper as PrintedNumber,
  printer: 'Desk',
  state,
  detail: null,
  file: null,
})
const none = new Set<string>()

test('R-PRINT-15: a paper that waits for the printer, or never came out, is said wherever the clerk is', () => {
  const jobs = [
    job('4', 'd', 'done'),
    job('3', 'c', 'outOfPaper'),
    job('2', 'b', 'failed'),
    job('1', 'a', 'savedAsPdf'),
  ]
  expect(troubles(jobs, none).map(({ id }) => id)).toEqual(['3', '2'])
})

test('R-PRINT-15: a later print of the same paper that came out ends what was said of it', () => {
  expect(troubles([job('2', 'a', 'done'), job('1', 'a', 'failed')], none)).toEqual([])
})

test('R-PRINT-15: what is over goes once it is read; what still waits stays', () => {
  const jobs = [job('2', 'b', 'stopped'), job('1', 'a', 'rejected')]
  expect(troubles(jobs, new Set(['1', '2'])).map(({ id }) => id)).toEqual(['2'])
})
