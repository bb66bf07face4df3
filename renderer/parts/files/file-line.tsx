/** One file in a list: what it is, its name and size, and what can be done with it. */
import { FileImageOutlined, FilePdfOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { KeptFile } from '../../../shared/item/kept-file.ts'
import { filesWords, sizeText } from '../../words/files.ts'
import './files.css'

type Props = { file: KeptFile; onView: () => void; children?: ReactNode }

export function FileLine({ file, onView, children }: Props): ReactNode {
  return (
    <li className="file-line">
      {file.type === 'application/pdf' ? <FilePdfOutlined /> : <FileImageOutlined />}
      <span className="file-name" title={file.name}>
        {file.name}
      </span>
      <span className="file-size">{sizeText(file.bytes)}</span>
      <Button size="small" type="text" aria-label={`${filesWords.view} ${file.name}`} onClick={onView}>
        {filesWords.view}
      </Button>
      {children}
    </li>
  )
}
