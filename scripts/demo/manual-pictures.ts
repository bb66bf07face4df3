/** The manuals' pictures are the tour's own: nobody takes them by hand, and they show what the screens show. */
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from '../programs.ts'

const from = path.join(projectFolder, 'out/demo')
const to = path.join(projectFolder, 'docs/pictures')

/** Takes the pictures of the last tour into docs/pictures, by their names without numbers. */
export async function keepManualPictures(): Promise<void> {
  await rm(to, { recursive: true, force: true })
  await mkdir(to, { recursive: true })
  const taken = (await readdir(from)).filter((name) => name.endsWith('.png'))
  for (const name of taken) await copyFile(path.join(from, name), path.join(to, name.replace(/^\d+-/, '')))
  console.log(`${taken.length} pictures are in docs/pictures/.`)
}
