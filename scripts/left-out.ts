/** Why tests are left out on this machine, each with the one line that lets them run. */
import { access, constants } from 'node:fs/promises'
import { program } from './system-packages.ts'

const asRoot = 'sudo env "PATH=$PATH" npm test'

/** What this machine and this user lack; empty where everything is tried. */
export async function whyLeftOut(): Promise<string[]> {
  const reasons: string[] = []
  if (process.platform !== 'linux') reasons.push('CUPS and a disk that fills up are tried on Linux only')
  else if (process.getuid?.() !== 0) reasons.push(`CUPS and a disk that fills up need root: ${asRoot}`)
  else if (!(await canRun('/usr/sbin/cupsd')))
    reasons.push('CUPS is not there: apt-get update && apt-get install -y cups cups-client cups-filters')
  if ((await program('pdftotext', 'poppler-utils')()) !== undefined) {
    const root = process.getuid?.() === 0 ? '' : 'sudo '
    reasons.push(
      `the text of PDFs needs pdftotext: ${root}apt-get update && ${root}apt-get install -y --no-install-recommends poppler-utils`,
    )
  }
  return reasons
}

function canRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}
