/** Every act that can be taken from a case's page, by its event. */
import type { EventType } from '../../../shared/case/workflow.ts'
import * as acceptance from './acceptance.ts'
import type { Act } from './act.ts'
import * as aftermath from './aftermath.ts'
import * as clock from './clock.ts'
import * as correction from './correction.ts'
import * as decision from './decision.ts'
import * as delivery from './delivery.ts'
import * as details from './details.ts'
import * as ending from './ending.ts'
import * as hearing from './hearing.ts'
import { factsChecked, objectionRaised, objectionResolved, publicized } from './review.ts'
import * as steps from './steps.ts'
import * as supervising from './supervising.ts'
import * as turnedAway from './turned-away.ts'

export const acts: Partial<Record<EventType, Act>> = {
  ...acceptance,
  ...correction,
  ...turnedAway,
  ...steps,
  factsChecked,
  publicized,
  objectionRaised,
  objectionResolved,
  ...hearing,
  ...clock,
  ...decision,
  ...delivery,
  ...details,
  ...ending,
  ...aftermath,
  ...supervising,
}
