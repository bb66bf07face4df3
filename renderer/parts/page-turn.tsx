/** To the next page and back. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { listWords } from '../words/lists.ts'

type Props = { pageNo: number; next: (() => void) | undefined; previous: (() => void) | undefined }

export function PageTurn({ pageNo, next, previous }: Props): ReactNode {
  if (next === undefined && previous === undefined) return null
  return (
    <div className="page-turn">
      <Button disabled={previous === undefined} onClick={previous}>
        {listWords.previous}
      </Button>
      <span>{listWords.page(pageNo)}</span>
      <Button disabled={next === undefined} onClick={next}>
        {listWords.next}
      </Button>
    </div>
  )
}
