/** The manuals' pictures are the tour's own: nobody takes them by hand, and they show what the screens show. */
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from '../programs.ts'

const from = path.join(projectFolder, 'out/demo')
const docs = path.join(projectFolder, 'docs')
const to = path.join(docs, 'pictures')

/** Takes the last tour's pictures that README or a manual shows into docs/pictures, by their names without numbers. */
export async function keepManualPictures(): Promise<void> {
  const manuals = (await readdir(docs)).filter((name) => name.endsWith('.md')).map((name) => path.join(docs, name))
  const texts = await Promise.all(
    [path.join(projectFolder, 'README.md'), ...manuals].map((file) => readFile(file, 'utf8')),
  )
  await rm(to, { recursive: true, force: true })
  await mkdir(to, { recursive: true })
  const taken = (await readdir(from))
    .map((name) => ({ name, kept: name.replace(/^\d+-/, '') }))
    .filter(({ kept }) => kept.endsWith('.png') && texts.some((text) => text.includes(`pictures/${kept}`)))
  for (const { name, kept } of taken) await copyFile(path.join(from, name), path.join(to, kept))
  console.log(`${taken.length} pictures are in docs/pictures/.`)
}
