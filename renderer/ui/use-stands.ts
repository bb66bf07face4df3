import { type RefObject, useEffect, useRef } from 'react'

/** Whether this component still stands, for what is answered later: true from its first drawing until it is taken down. */
export function useStands(): Readonly<RefObject<boolean>> {
  const stands = useRef(false)
  useEffect(() => {
    stands.current = true
    return () => {
      stands.current = false
    }
  }, [])
  return stands
}
