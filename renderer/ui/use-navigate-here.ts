import { useCallback, useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'

/** Leads on from this page, and from nowhere else: whoever has gone elsewhere while something was asked is not pulled back. */
export function useNavigateHere(): (to: string) => void {
  const navigate = useNavigate()
  const stands = useRef(false)
  useEffect(() => {
    stands.current = true
    return () => {
      stands.current = false
    }
  }, [])
  return useCallback(
    (to) => {
      if (stands.current) void navigate(to)
    },
    [navigate],
  )
}
