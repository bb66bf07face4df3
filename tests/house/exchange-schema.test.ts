/** The schema that other systems check our files by is the program's own. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../scripts/programs.ts'
import { exchangeSchema } from '../../shared/exchange/json-schema.ts'

test('R-EXPORT-7: docs/exchange.schema.json is what the program writes; npx tsx scripts/exchange-schema.ts makes it anew', () => {
  const published = readFileSync(path.join(projectFolder, 'docs/exchange.schema.json'), 'utf8')
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(exchangeSchema())))
})
