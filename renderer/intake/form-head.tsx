/** The line above the form: which item, what kind, how long, what it costs. */
import { Tag } from 'antd'
import { memo, type ReactNode } from 'react'
import type { Item } from '../../shared/item/item.ts'
import { pageWords } from '../words/intake.ts'
import { feeWords, howLong } from '../words/items.ts'
import { kindNames, processingNames } from '../words/statuses.ts'
import type { IntakeForm } from './intake-form.ts'

type Props = { item: Item } & Pick<IntakeForm, 'edition'>

export const FormHead = memo(function FormHead({ item, edition }: Props): ReactNode {
  return (
    <header className="intake-head">
      <h1>{item.name}</h1>
      <Tag>{processingNames[item.processing]}</Tag>
      <Tag>{item.kindName ?? kindNames[item.kind]}</Tag>
      <span className="intake-head-fact">{howLong(item)}</span>
      <span className="intake-head-fact">{feeWords(item.feeFen)}</span>
      <span className="intake-head-edition">{pageWords.edition(edition)}</span>
    </header>
  )
})
