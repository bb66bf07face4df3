/** The files of another machine, from a copy of its data folder, with the data key that the recovery key opened. Changes nothing. */
import { join } from 'node:path'
import { subkey } from '../keys/subkey.ts'
import { readKeptFile } from './kept-files.ts'
import { namedBeside } from './named-files.ts'

/** Each file that the acts of one enrolment named, sent or not; undefined where it cannot be read any more. */
export function* readForeignFiles(
  terminalDir: string,
  dataKey: Buffer,
): Generator<{ sha256: string; bytes: Buffer | undefined }> {
  const key = subkey(dataKey, 'files')
  for (const sha256 of namedBeside(terminalDir))
    yield { sha256, bytes: readKeptFile(join(terminalDir, '../files'), key, sha256) }
}
