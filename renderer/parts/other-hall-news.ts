/** News of another hall that is looked at: notices tell of this terminal's own alone. It is asked for as often as terminals there send. */
import { useEffect } from 'react'
import { useOtherHall } from './looked-at.ts'

/** Null: this terminal's own hall is looked at. */
export function useOtherHallSeconds(): number | null {
  return useOtherHall()?.uploadEverySeconds ?? null
}

/** Gives back how to stop. */
export function askEvery(seconds: number | null, ask: () => void): () => void {
  if (seconds === null) return () => undefined
  const timer = setInterval(ask, seconds * 1000)
  return () => clearInterval(timer)
}

/** For what is heard from the bureau; `again` stays the same as long as the question does. */
export function useOtherHallNews(again: () => Promise<void>): void {
  const seconds = useOtherHallSeconds()
  useEffect(() => askEvery(seconds, () => void again()), [seconds, again])
}
