/** Who asks by which right the counter does something finds it beside the act. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { eventTypes } from '../../shared/case/workflow.ts'

const folder = path.resolve(import.meta.dirname, '../../shared/case/events')
const text = ['intake', 'review', 'decision']
  .map((name) => readFileSync(path.join(folder, `${name}.ts`), 'utf8'))
  .join('\n')

test.each([...eventTypes])('%s says what it is and by which rule', (type) => {
  const docstring = new RegExp(String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/\nexport const ${type} =`).exec(text)?.[1]
  expect(docstring, 'a docstring right before it').toBeDefined()
  expect(docstring).toMatch(/法|条例|办法|发〔|国务院令|制|平台/)
})
