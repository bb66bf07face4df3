/** What was typed after `npm run seed --`, parsed at the door. */
import { z } from 'zod'
import { Day } from '../../shared/calendar/day.ts'
import { Stop } from '../stop.ts'

const whole = (least: number, most: number) => {
  const words = `must be a whole number from ${least} to ${most}`
  return z.coerce.number(words).int(words).min(least, words).max(most, words)
}

const Typed = z.strictObject({
  cases: whole(1, 200_000),
  days: whole(1, 250),
  seed: whole(0, 20_000),
  until: Day.refine(
    (day) => '2026-02-01' <= day && day <= '2026-12-31',
    'must be a day from 2026-02-01 to 2026-12-31, such as 2026-11-24: the calendars are settled for that year and the one before',
  ),
  data: z.string().min(1, 'must name a folder'),
})

/** Throws a Stop that says what to type instead. */
export function readAsked(given: unknown): z.output<typeof Typed> {
  const { data, error } = Typed.safeParse(given)
  if (data !== undefined) return data
  throw new Stop(error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}.`).join('\n'))
}
