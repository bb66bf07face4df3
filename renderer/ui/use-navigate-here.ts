import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { useStands } from './use-stands.ts'

/** Leads on from this page, and from nowhere else: whoever has gone elsewhere while something was asked is not pulled back. */
export function useNavigateHere(): (to: string) => void {
  const navigate = useNavigate()
  const stands = useStands()
  return useCallback(
    (to) => {
      if (stands.current) void navigate(to)
    },
    [navigate, stands],
  )
}
