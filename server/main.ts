/** The bureau's server as one program. */
import { makeProgram, runProgram } from './command-line.ts'

await runProgram(makeProgram())
