/** What is wrong with a typed field, in one sentence beside it. */
/** zod's issue as a sentence; domain schemas' own codes are looked up by their pages. */
/** What zod says of a problem; which parts there are goes by the code. */
type Issue = {
  code: string
  origin?: unknown
  minimum?: unknown
  maximum?: unknown
  expected?: unknown
  format?: unknown
}

export const chooseText = '请选择'

export function fieldErrorText(problem: { code: string }): string {
  const issue: Issue = problem
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'array') return '请至少填写一项'
      return issue.origin === 'string' ? '请填写' : `不能小于 ${String(issue.minimum)}`
    case 'too_big':
      return issue.origin === 'string' ? `最多 ${String(issue.maximum)} 字` : `不能大于 ${String(issue.maximum)}`
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? '请填写数字' : '请填写'
    case 'invalid_format':
      return issue.format === 'date' ? '请填写日期，如 20261126' : '格式不对'
    case 'invalid_value':
      return chooseText
    default:
      return '请核对'
  }
}
