import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawingFile, drawWorkflow } from './workflow-drawing.ts'

test('R-WORKFLOW-5: the drawing in docs is the table as it stands (npx tsx scripts/workflow-drawing.ts draws it anew)', () => {
  expect(readFileSync(drawingFile, 'utf8')).toBe(drawWorkflow())
})
