/** `npm run bureau -- …`: runs a command of the bureau. */
import { runProgram } from '../server/command-line.ts'
import { bureauProgram } from './bureau-program.ts'

await runProgram(bureauProgram())
