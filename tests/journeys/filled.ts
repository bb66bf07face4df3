/** A bureau whose day has begun already: made-up cases of earlier days, sent as a terminal sends them. */
import { fillWithCases } from '../../scripts/demo-cases/fill.ts'
import { type DemoBureau, type Known, startDemoBureau } from './desk.ts'

/** Starts one and sends it the planned acts; the last of its codes is used up for that. */
export async function startFilledBureau(plan: Parameters<typeof fillWithCases>[3], known?: Known): Promise<DemoBureau> {
  const bureau = await startDemoBureau({ known })
  await fillWithCases(bureau.url, bureau, bureau.codes.at(-1)!, plan)
  return bureau
}
