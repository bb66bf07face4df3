/** What is wrong with a file: the line, a sentence, and what stands there. */
import type { ReactNode } from 'react'
import type { FileProblem } from '../../shared/contract/views.ts'
import { adminWords } from '../words/admin.ts'

const LONGEST = 80

export function FileProblems({ text, problems }: { text: string; problems: readonly FileProblem[] }): ReactNode {
  const lines = text.split('\n')
  const { line, what, where, text: written } = adminWords.problemColumns
  return (
    <>
      <p role="alert" className="admin-bad">
        {adminWords.problems(problems.length)}
      </p>
      <table className="case-table admin-wrapped admin-problems">
        <thead>
          <tr>
            <th className="admin-col-line">{line}</th>
            <th>{what}</th>
            <th className="admin-col-place">{where}</th>
            <th className="admin-col-text">{written}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.line} ${problem.path} ${problem.problem}`}>
              <td>{adminWords.line(problem.line)}</td>
              <td>{problem.problem}</td>
              <td>{problem.path}</td>
              <td>
                <code>{(lines[problem.line - 1] ?? '').trim().slice(0, LONGEST)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
