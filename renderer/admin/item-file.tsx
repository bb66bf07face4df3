/** An item from a file: checked, previewed beside the edition in force, published. */
import { type ReactNode, useCallback, useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { Item } from '../../shared/item/item.ts'
import { proposeItem } from '../../shared/item/proposed-item.ts'
import { machine } from '../machine.ts'
import { usePublished } from '../session/session.tsx'
import { say } from '../ui/feedback.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { adminWords } from '../words/admin.ts'
import { AffectedCases, useAffected } from './affected.tsx'
import { FileProblems } from './file-problems.tsx'
import { ItemPreview } from './item-preview.tsx'
import { ChooseFirst, FileHead, type OpenedFile } from './opened-file.tsx'
import { Publish } from './publish.tsx'

type Props = { file: OpenedFile | null; onChoose: () => void }

export function ItemFile({ file, onChoose }: Props): ReactNode {
  const { published, calendar, hall, editions } = usePublished()
  const navigate = useNavigate()
  useHotkey('Esc', () => void navigate('/admin'))
  const catalogue = published.catalogues.find(({ edition }) => edition === editions.catalogue)
  const proposed = useMemo(
    () => (file === null || catalogue === undefined ? null : proposeItem(file.text, { catalogue, calendar, hall })),
    [file, catalogue, calendar, hall],
  )
  if (file === null || proposed === null) return <ChooseFirst text={adminWords.chooseItem} onChoose={onChoose} />
  return (
    <>
      <FileHead name={file.name} onChoose={onChoose} />
      {!proposed.ok ? (
        <FileProblems text={file.text} problems={proposed.problems} />
      ) : proposed.same ? (
        <p>{adminWords.same}</p>
      ) : (
        <Proposal text={file.text} item={proposed.item} before={proposed.before} base={editions.catalogue} />
      )}
    </>
  )
}

function Proposal({ text, item, before, base }: { text: string; item: Item; before?: Item | undefined; base: string }) {
  const navigate = useNavigate()
  const affected = useAffected(useCallback(() => machine['bureau.affectedByItem']({ code: item.code }), [item.code]))
  return (
    <article className="admin-preview">
      <ItemPreview item={item} before={before} />
      <section>
        <h3>{adminWords.running}</h3>
        <AffectedCases state={affected} title={adminWords.runningKeep} withMoved={false} />
        <p>{adminWords.draftsFollow}</p>
      </section>
      <Publish
        key={base}
        question={adminWords.publishItemAsk(item.name)}
        text={text}
        disabled={affected.is !== 'known'}
        send={() => machine['bureau.publishItem']({ text, base })}
        onPublished={({ edition }) => {
          say(adminWords.published(edition))
          void navigate(`/admin/item/${item.code}`, { replace: true })
        }}
      />
    </article>
  )
}
