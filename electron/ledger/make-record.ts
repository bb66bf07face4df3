/** Records for tests: visibly made up, and complete enough that nobody has to look inside. */
import { randomUUID } from 'node:crypto'
import type { ActId, CaseId, PrintedNumber, TerminalNo } from '../../shared/case/ids.ts'
import { RecordBody } from '../../shared/record/record.ts'

export const terminal = 17 as TerminalNo

const stamp = {
  format: 1,
  terminal,
  at: '2026-11-24T01:02:03.004Z',
  clock: { offsetMs: 12, ageMs: 4000, confirmed: false },
  hall: 'pioneer',
  window: 3,
  by: { person: 'zhang.ceshi', name: '张测试', role: 'clerk', office: 'window' },
}

export function newAct(): ActId {
  return randomUUID() as ActId
}

/** For `append`: an act that gives a case its printed number. */
export function receiving(act: ActId = newAct(), remark = '样例') {
  return (seq: number, take: () => PrintedNumber): RecordBody => {
    const data = { number: take(), applicant: '李样例', remark }
    const fact = { type: 'received', v: 1, case: randomUUID() as CaseId, after: null, data }
    return RecordBody.parse({ ...stamp, seq, kind: 'act', act, facts: [fact] })
  }
}

/** For `append`: a note, which takes no number. */
export function noting(text = 'signedIn') {
  return (seq: number): RecordBody =>
    RecordBody.parse({ ...stamp, seq, kind: 'note', note: { type: 'remark', text, online: true } })
}

/** The printed numbers that a kept record speaks of. */
export function numbersIn(bytes: Buffer): PrintedNumber[] {
  const body = RecordBody.parse(JSON.parse(bytes.toString('utf8')))
  return body.kind === 'note' ? [] : body.facts.map((fact) => (fact.data as { number: PrintedNumber }).number)
}
