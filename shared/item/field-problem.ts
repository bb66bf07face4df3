/** What can be wrong with a field: a short code and the figure its sentence needs. The sentences stand in renderer/words/fields.ts. */

/** Each code, and what its figure means; null where the sentence needs none. */
export const problemCodes = {
  required: null,
  unknownField: null,
  unreadable: null,
  'text.characters': null,
  'text.tooLong': 'most',
  'name.length': null,
  'name.characters': null,
  'choice.notOffered': null,
  'idNumber.format': null,
  'idNumber.old': null,
  'idNumber.province': null,
  'idNumber.birth': null,
  'idNumber.birthFuture': null,
  'idNumber.checksum': null,
  'document.format': null,
  'uscc.format': null,
  'uscc.checksum': null,
  'disabilityNo.format': null,
  'disabilityNo.idNumber': null,
  'time.format': null,
  'phone.format': null,
  'phone.areaCode': null,
  'bankAccount.format': null,
  'bankAccount.length': null,
  'date.format': null,
  'date.tooEarly': 'first',
  'date.tooLate': 'last',
  'money.format': null,
  'money.fraction': null,
  'money.tooMuch': null,
  'money.tooSmall': 'least',
  'money.tooBig': 'most',
  'number.format': null,
  'number.tooSmall': 'least',
  'number.tooBig': 'most',
  'table.rows': null,
  'table.tooFew': 'least',
  'table.tooMany': 'most',
  'table.twice': null,
  'files.unreadable': null,
  'files.tooMany': 'most',
  'files.tooBig': 'most',
  'files.picturesOnly': null,
  'files.twice': null,
} as const satisfies Record<string, string | null>

export type ProblemCode = keyof typeof problemCodes

/** One thing that is wrong. `key` and `label` name the field; in a table, `row` (from 0) and `column` name the cell. */
export type FieldProblem = {
  key: string
  label: string
  code: ProblemCode
  params: Record<string, string | number>
  row: number | null
  column: string | null
}

/** A code with its figure as the message of a zod issue: `required`, `text.tooLong:50`. */
export function problemMessage(code: ProblemCode, figure?: string | number): string {
  return figure === undefined ? code : `${code}:${figure}`
}

/** The code and its named figure out of such a message; an unknown message is `unreadable`. */
export function readProblemMessage(message: string): Pick<FieldProblem, 'code' | 'params'> {
  const [code = '', ...rest] = message.split(':')
  if (!Object.hasOwn(problemCodes, code)) return { code: 'unreadable', params: {} }
  const name = problemCodes[code as ProblemCode]
  return { code: code as ProblemCode, params: name === null ? {} : { [name]: rest.join(':') } }
}
