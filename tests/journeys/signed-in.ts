/** A bureau and a desk together, up to somebody who has signed in: what most journeys begin with. */
import { rm } from 'node:fs/promises'
import { isShared } from '../server/made-once.ts'
import {
  type DemoBureau,
  type Desk,
  enrol,
  type Known,
  openDesk,
  type Screen,
  signIn,
  startDemoBureau,
} from './desk.ts'
import { copyEnrolled } from './enrolled.ts'

/** A bureau, and a desk on it with somebody signed in. `desk` may be replaced by one opened again on its data. */
export type SignedIn = { bureau: DemoBureau; desk: Desk; close(): Promise<void> }

/** Within a run the desk has been enrolled before; one with a bureau of another kind is enrolled here, as it is outside of a run. */
export async function openSignedIn(
  person: string,
  options: {
    window?: number
    screen?: Screen
    environment?: Record<string, string>
    switches?: string[]
    /** The bureau, when it is given something before anybody comes: the one that the desk looks for. */
    start?: (known: Known | undefined) => Promise<DemoBureau>
    /** The desk is new to the bureau that is started. */
    strange?: true
  } = {},
): Promise<SignedIn> {
  const known = isShared() && options.strange === undefined ? await copyEnrolled() : undefined
  const start = options.start ?? (() => startDemoBureau({ known }))
  const { bureau, desk } = await openBoth(() => start(known), {
    ...(known === undefined ? {} : { home: known.home }),
    screen: options.screen ?? 'small',
    environment: options.environment ?? {},
    switches: options.switches ?? [],
  })
  const open: SignedIn = {
    bureau,
    desk,
    close: async () => {
      await Promise.all([open.desk.close(), open.bureau.stop()])
      await rm(open.desk.home, { recursive: true, force: true })
    },
  }
  try {
    if (known === undefined) await enrol(desk, bureau)
    else if (bureau.port !== known.port) throw new Error(`the desk looks for its bureau at ${known.port}: it was taken`)
    await signIn(desk, bureau, person, options.window ?? null)
  } catch (error) {
    await open.close()
    throw error
  }
  return open
}

/** A bureau and a desk at once: neither waits for the other until somebody enrols. */
export async function openBoth(
  start: () => Promise<DemoBureau>,
  options: Parameters<typeof openDesk>[0] = {},
): Promise<{ bureau: DemoBureau; desk: Desk }> {
  const [bureau, desk] = await Promise.allSettled([start(), openDesk(options)])
  if (bureau.status === 'fulfilled' && desk.status === 'fulfilled') return { bureau: bureau.value, desk: desk.value }
  if (bureau.status === 'fulfilled') await bureau.value.stop()
  if (desk.status === 'fulfilled') await desk.value.close()
  throw bureau.status === 'rejected' ? bureau.reason : (desk as PromiseRejectedResult).reason
}
