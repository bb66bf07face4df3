/** Locks the window when nobody has touched it for the hall's set minutes. */
import { useEffect, useRef } from 'react'

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel', 'pointermove'] as const
const LOOK_EVERY_MS = 5_000

/** Calls `lock` once the minutes have passed; not while it is not active. */
export function useIdleLock(active: boolean, minutes: number, lock: () => void): void {
  const latest = useRef(lock)
  latest.current = lock
  useEffect(() => {
    if (!active) return
    let touched = performance.now()
    const touch = () => {
      touched = performance.now()
    }
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { capture: true, passive: true })
    const timer = setInterval(() => {
      if (performance.now() - touched >= minutes * 60_000) latest.current()
    }, LOOK_EVERY_MS)
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [active, minutes])
}
