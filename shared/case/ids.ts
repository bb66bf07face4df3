/** The names things carry for ever. Branded, so that one cannot be handed over for another. */
import { z } from 'zod'
import { PERSON_ID } from './person-id.ts'

/** A case, minted by the form when it is opened. */
export const CaseId = z.uuid().brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>

/** One act at the counter: the same id sent twice is the same act, and gets its first answer. */
export const ActId = z.uuid().brand<'ActId'>()
export type ActId = z.infer<typeof ActId>

/** The nth event of an act: `<act id>#<n>`, n from 0. */
export const EventId = z
  .string()
  .regex(/^[0-9a-f-]{36}#\d{1,2}$/)
  .brand<'EventId'>()
export type EventId = z.infer<typeof EventId>

/** A person's sign-in name, never given to a second person. */
export const PersonId = z.string().regex(PERSON_ID).brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const HallId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,19}$/)
  .brand<'HallId'>()
export type HallId = z.infer<typeof HallId>

/** An office of the hall's bureau (办理机构), e.g. `window`, `street`, `section.elderly`; its name is a setting of the hall. */
export const OfficeKey = z
  .string()
  .regex(/^[a-z]+(\.[a-z]+)?$/)
  .brand<'OfficeKey'>()
export type OfficeKey = z.infer<typeof OfficeKey>

/** An enrolled machine. Given once, never again, not after a reinstall either. */
export const TerminalNo = z.int().min(1).max(99_999).brand<'TerminalNo'>()
export type TerminalNo = z.infer<typeof TerminalNo>

/** A numbered counter of the hall. */
export const WindowNo = z.int().min(1).max(99).brand<'WindowNo'>()
export type WindowNo = z.infer<typeof WindowNo>

/** A printed number (of a case or of a paper): twelve digits, the last a check digit; see shared/number. */
export const PrintedNumber = z
  .string()
  .regex(/^\d{12}$/)
  .brand<'PrintedNumber'>()
export type PrintedNumber = z.infer<typeof PrintedNumber>

/** A moment, UTC with milliseconds: 2026-11-24T01:02:03.004Z. Days are always Beijing days of it. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** The id of the nth event of an act. */
export function eventId(act: ActId, index: number): EventId {
  return `${act}#${index}` as EventId
}
