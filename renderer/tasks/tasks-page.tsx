import type { ReactNode } from 'react'

export function TasksPage(): ReactNode {
  return null
}
