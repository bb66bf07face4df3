/** The files of a case: how many there are and which are not sent yet, and, once a reason was given, each of them to look at. */
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Case } from '../../shared/case/case.ts'
import type { Field } from '../../shared/item/field.ts'
import type { KeptFile } from '../../shared/item/kept-file.ts'
import { machine } from '../machine.ts'
import { FileLine } from '../parts/files/file-line.tsx'
import { FileViewer } from '../parts/files/file-viewer.tsx'
import { useWaitingFiles } from '../parts/files/use-waiting-files.ts'
import { filesWords } from '../words/files.ts'
import { fieldText } from './field-text.ts'

type Props = { kase: Case; field: Field; files: readonly KeptFile[]; reason: string | null }

export function CaseFiles({ kase, field, files, reason }: Props): ReactNode {
  const waiting = useWaitingFiles()
  const [viewed, setViewed] = useState<KeptFile | null>(null)
  const notSent = (file: KeptFile) =>
    waiting.has(file.sha256) && <span className="file-waits">{filesWords.notSent}</span>
  if (reason === null) {
    const one = files.find((file) => waiting.has(file.sha256))
    return (
      <>
        {fieldText(field, [...files], false)} {one !== undefined && notSent(one)}
      </>
    )
  }
  return (
    <>
      <ul className="file-lines">
        {files.map((file) => (
          <FileLine key={file.sha256} file={file} onView={() => setViewed(file)}>
            {notSent(file)}
          </FileLine>
        ))}
      </ul>
      {viewed !== null && (
        <FileViewer
          file={viewed}
          open={() => machine['file.show']({ case: kase.id, sha256: viewed.sha256, reason })}
          onClose={() => setViewed(null)}
        />
      )}
    </>
  )
}
