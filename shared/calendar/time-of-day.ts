/** A time of day as people type it. */
import { plainNumber } from '../identity/typed-text.ts'

/** HH:mm, typed as 0930, 930, 9:30, 9：30, 9点30 or 9时30分; undefined when it is no time of a day. */
export function readTimeOfDay(text: string): string | undefined {
  const found = /^(\d{1,2})[:：点时]?(\d{2})分?$/.exec(plainNumber(text))
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  return found === null || hour > 23 || minute > 59 ? undefined : `${found[1]!.padStart(2, '0')}:${found[2]}`
}
