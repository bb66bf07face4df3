/** `npx tsx scripts/exchange-schema.ts`: writes docs/exchange.schema.json anew from the program's own schema. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exchangeSchema } from '../shared/exchange/json-schema.ts'
import { projectFolder } from './programs.ts'

await writeFile(path.join(projectFolder, 'docs/exchange.schema.json'), `${JSON.stringify(exchangeSchema(), null, 2)}\n`)
