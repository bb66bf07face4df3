/** The hall and its settings: everything that differs by place. No place name is built into the program. */
import { z } from 'zod'
import { HallId, OfficeKey, WindowNo } from '../case/ids.ts'

export const Office = z.strictObject({
  key: OfficeKey,
  name: z.string().min(1),
  /** Whether people of this office sign in here; if not, what it did is recorded by who received its document. */
  signsIn: z.boolean(),
})

export const HallWindow = z.strictObject({
  no: WindowNo,
  name: z.string(),
  /** 党员先锋岗 */
  pioneer: z.boolean(),
  open: z.boolean(),
})

/** A street or town of the district, with its communities and villages (街道、乡镇；社区、村), as addresses write them. */
export const Street = z.strictObject({
  street: z.string().min(1).max(40),
  communities: z.array(z.string().min(1).max(40)).min(1),
})
export type Street = z.infer<typeof Street>

export const Hall = z.strictObject({
  id: HallId,
  /** e.g. ××区民政局 */
  bureau: z.string(),
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  hours: z.string(),
  /** When it closes, HH:mm: a last day ends then. Absent: at midnight. */
  closesAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  complaintPhone: z.string(),
  /** 行政复议机关 and 管辖法院, named in every refusal. */
  reviewBody: z.string(),
  court: z.string(),
  offices: z.array(Office),
  windows: z.array(HallWindow),
  /** What addresses are offered from. Absent: nothing is offered, and addresses are typed. */
  streets: z.array(Street).optional(),
  /** Working days left at which a light turns yellow, then red. */
  lights: z.strictObject({ yellow: z.int().min(0), red: z.int().min(0) }),
  /** Minutes without a key after which the window locks itself. */
  lockAfterMinutes: z.int().min(1).max(120),
  uploadEverySeconds: z.int().min(5).max(600),
  /** Days a concluded, confirmed case stays in a terminal's cache. */
  keepConcludedDays: z.int().min(1),
  /** Amounts, first months, districts … that papers and items speak of, by name; demo values are visibly made up. */
  settings: z.record(z.string(), z.string()),
})
export type Hall = z.infer<typeof Hall>
