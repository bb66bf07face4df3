/** 收件. */
import type { ReactNode } from 'react'

export function IntakePage(): ReactNode {
  return null
}
