/** 2号窗口; of a machine without a window what it is. */
import type { WindowNo } from '../../shared/case/ids.ts'
import { usePublished } from '../session/session.tsx'
import { queueWords } from '../words/visit.ts'

export function useWindowName(): (window: WindowNo | null) => string {
  const { hall } = usePublished()
  return (window) => hall.windows.find(({ no }) => no === window)?.name ?? queueWords.noWindow
}
