/** Days and moments as the office writes them, in Beijing time wherever the machine believes to be. */
import { type Day, dayNumber, dayOf } from '../../shared/calendar/day.ts'

/** From Monday. */
export const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** 2026年12月4日 */
export function dayText(day: Day): string {
  return `${Number(day.slice(0, 4))}年${monthDay(day)}`
}

/** 12月4日（周五）; with the year when it is not this one. */
export function shortDay(day: Day, today: Day): string {
  const text = day.slice(0, 4) === today.slice(0, 4) ? monthDay(day) : dayText(day)
  return `${text}（${weekday(day)}）`
}

/** 12月4日 周五, for a narrow column; 2025年12月4日 when the year is not this one. */
export function listDay(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? `${monthDay(day)} ${weekday(day)}` : dayText(day)
}

/** 周五 */
export function weekday(day: Day): string {
  return weekdayNames[(((dayNumber(day) + 3) % 7) + 7) % 7]!
}

/** 09:05 */
export function timeText(instant: string): string {
  const minutes = Math.floor(Date.parse(instant) / 60_000) + 8 * 60
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

/** 今天 09:05 · 12月4日 09:05 · 2025年12月4日 09:05 */
export function momentText(instant: string, today: Day): string {
  const day = dayOf(instant)
  if (day === today) return `今天 ${timeText(instant)}`
  return `${day.slice(0, 4) === today.slice(0, 4) ? monthDay(day) : dayText(day)} ${timeText(instant)}`
}

/** 刚刚 · 5分钟 · 3小时 · 2天: how long ago, for what is waiting. */
export function ageText(since: string, now: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(since)) / 60_000)
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes}分钟`
  return minutes < 24 * 60 ? `${Math.floor(minutes / 60)}小时` : `${Math.floor(minutes / (24 * 60))}天`
}

function monthDay(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}
