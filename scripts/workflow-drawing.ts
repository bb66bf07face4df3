/** Draws the table of lawful acts: `npx tsx scripts/workflow-drawing.ts` writes docs/workflow.mmd, and a test keeps it current. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rows } from '../shared/case/rows.ts'
import { type Status, statuses } from '../shared/case/workflow.ts'

export const drawingFile = new URL('../docs/workflow.mmd', import.meta.url)

/** The drawing as a Mermaid state diagram: an arrow for each way a status changes, with the acts and kinds that change it;
 *  acts that leave the status as it is stand in a note beside it. */
export function drawWorkflow(): string {
  const lines = [
    '%% Drawn from shared/case/workflow.ts by scripts/workflow-drawing.ts. P 许可 · R 备案 · B 给付 · C 确认 · S 公共服务',
    'stateDiagram-v2',
  ]
  lines.push(`  [*] --> received : ${acts('new', 'received')}`)
  for (const from of statuses.slice(1)) {
    for (const to of statuses.slice(1)) {
      const changing = from === to ? '' : acts(from, to)
      if (changing !== '') lines.push(`  ${from} --> ${to} : ${changing}`)
    }
  }
  lines.push('  closed --> [*]')
  for (const status of statuses.slice(1)) {
    const staying = rows.filter((row) => row.from === status && row.to === status)
    if (staying.length === 0) continue
    lines.push(`  note right of ${status}`, ...staying.map((row) => `    ${row.event} ${row.kinds}`), '  end note')
  }
  return `${lines.join('\n')}\n`
}

function acts(from: Status, to: Status): string {
  return rows
    .filter((row) => row.from === from && row.to === to)
    .map((row) => `${row.event} ${row.kinds}`)
    .join('<br/>')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(drawingFile, drawWorkflow())
