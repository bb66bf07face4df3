/** The number that the other system gave, written down on the case. */
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { SecondSystem } from '../../../shared/item/item.ts'
import { linkedNumber } from '../../../shared/item/second-system.ts'
import { isComposing } from '../../ui/hotkeys.ts'
import { carryWords } from '../../words/carry.ts'
import { refusalText } from '../../words/refusals.ts'
import type { Act } from '../acts/act.ts'
import { numberLinked } from '../acts/supervising.ts'
import type { Around } from '../around.ts'
import { refusalFor } from '../offers.ts'
import { useAct } from '../use-act.ts'

type Props = { around: Around; system: SecondSystem }

export function LinkNumber(props: Props): ReactNode {
  const known = linkedNumber(props.around.item, props.around.kase.links)
  // Each number is an act of its own.
  return <OneNumber key={known} {...props} known={known} />
}

function OneNumber({ around, system, known }: Props & { known: string | null }): ReactNode {
  const [act] = useState<Act>(() => ({ ...numberLinked, start: () => ({ system: system.name, number: known ?? '' }) }))
  const { form, sending, refusal, recorded, submit } = useAct(act, around)
  const [number, setNumber] = useState(known ?? '')
  const [empty, setEmpty] = useState(false)
  const unlawful = refusalFor(numberLinked, around)
  if (unlawful !== null) return <p className="carry-quiet">{refusalText(unlawful, around.books)}</p>
  const send = () => {
    setEmpty(number.trim() === '')
    if (number.trim() === '' || number.trim() === known) return
    form.setValue('number', number.trim())
    submit()
  }
  return (
    <div className="carry-link">
      <Input
        value={number}
        maxLength={80}
        placeholder={carryWords.number}
        aria-label={carryWords.number}
        status={empty ? 'error' : ''}
        onChange={(event) => setNumber(event.target.value)}
        onPressEnter={(event) => isComposing(event.nativeEvent) || send()}
      />
      <Button loading={sending} onClick={send}>
        {carryWords.link}
      </Button>
      <span role="status" className={refusal === null && !empty ? 'carry-same' : 'carry-differs'}>
        {empty ? carryWords.numberNeeded : (refusal ?? (recorded !== null || known !== null ? carryWords.linked : ''))}
      </span>
    </div>
  )
}
