/** A paper's template as somebody edits it: what is wrong with the file, each with its line. */
import { checkTextBy, type TextProblem } from '../item/check-text.ts'
import { templateProblems } from './paper-book.ts'
import { Template } from './template.ts'

/** Checks one template's file. */
export function checkTemplateText(text: string): { template: Template | undefined; problems: TextProblem[] } {
  const { value, problems, at } = checkTextBy(text, Template)
  if (value === undefined) return { template: undefined, problems }
  const found = templateProblems(value).map(({ path, problem }) => at(path, problem))
  return { template: value, problems: [...problems, ...found] }
}
