/** Papers kept as files where nothing prints. They are as open as paper: whoever may read the folder reads them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf } from '../disk/disk.ts'

/** Writes beside what is there already, never over it: `name.pdf`, else `name-2.pdf` … Gives the file. */
export function savePdf(folder: string, name: string, pdf: Uint8Array): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (let n = 1; ; n++) {
    const file = path.join(folder, `${name}${n === 1 ? '' : `-${n}`}.pdf`)
    try {
      writeFileSync(file, pdf, { flag: 'wx', mode: 0o600 })
      return file
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}
