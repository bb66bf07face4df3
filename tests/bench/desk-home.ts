/** A desk's data as a hall leaves it in the evening: enrolled, somebody has worked at it, nobody is signed in. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type DemoBureau, enrol, openDesk, signIn, startDemoBureau } from '../journeys/desk.ts'

export type DeskHome = { home: string; bareData: string; bureau: DemoBureau; close(): Promise<void> }

/** With a running bureau, and a folder for the bare window's data. */
export async function makeDeskHome(): Promise<DeskHome> {
  const bureau = await startDemoBureau()
  const desk = await openDesk()
  await enrol(desk, bureau)
  await signIn(desk, bureau, 'li.ck', 2)
  await desk.close()
  const bareData = await mkdtemp(path.join(tmpdir(), 'pioneer-bare-'))
  return {
    home: desk.home,
    bareData,
    bureau,
    close: async () => {
      await bureau.stop()
      for (const folder of [desk.home, bareData]) await rm(folder, { recursive: true, force: true })
    },
  }
}
