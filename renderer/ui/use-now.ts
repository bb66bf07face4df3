/** The time, for words like "5分钟前": renewed now and then. */
import { useEffect, useState } from 'react'

export function useNow(everyMs: number): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
