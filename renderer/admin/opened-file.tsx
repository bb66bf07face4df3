/** The file that somebody opened to publish, and how another is chosen. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { adminWords } from '../words/admin.ts'

/** Only its text is known here, never its place. */
export type OpenedFile = { name: string; text: string }

export function ChooseFirst({ text, onChoose }: { text: string; onChoose: () => void }): ReactNode {
  return (
    <div className="admin-choose">
      <p>{text}</p>
      <Button type="primary" onClick={onChoose}>
        {adminWords.choose}
      </Button>
    </div>
  )
}

export function FileHead({ name, onChoose }: { name: string; onChoose: () => void }): ReactNode {
  return (
    <p className="admin-file">
      {adminWords.file(name)}
      <Button size="small" onClick={onChoose}>
        {adminWords.chooseOther}
      </Button>
    </p>
  )
}
