/** What a page must not choose: who, when, which window and terminal. Put on by the main process. */
import { z } from 'zod'
import { Role } from '../people/role.ts'
import { ActId, HallId, Instant, OfficeKey, PersonId, TerminalNo, WindowNo } from './ids.ts'

export const By = z.strictObject({
  person: PersonId,
  name: z.string().min(1).max(50),
  role: Role,
  office: OfficeKey,
  /** 代岗: in whose place. Absent: in their own. */
  standsInFor: PersonId.optional(),
})
export type By = z.infer<typeof By>

/** A window is absent at an office terminal. */
export const Stamp = z.strictObject({
  act: ActId,
  at: Instant,
  by: By,
  hall: HallId,
  terminal: TerminalNo,
  seq: z.int().min(1),
  window: WindowNo.nullable(),
})
export type Stamp = z.infer<typeof Stamp>
