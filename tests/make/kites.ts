/** Kite items of rarer law: a step that waits for an act, and two who apply together and must cool off. */
import type { Item } from '../../shared/item/item.ts'
import { item } from './item.ts'

/** A benefit whose first step, which the street does, waits for this act. */
export function needyKite(needs: 'factsChecked' | 'publicized'): Item {
  const kite = item({ kind: 'benefit' })
  return { ...kite, steps: kite.steps.map((step, index) => (index === 0 ? { ...step, needs } : step)) }
}

/** Two fly one kite: both are named, both come themselves, and nothing is decided for thirty days (HY-LH in kites). */
export function coolingKite({ processing = 'onTheSpot' }: Partial<Pick<Item, 'processing'>> = {}): Item {
  const kite = item({ kind: 'confirmation', processing })
  const [name, idNo] = ['name', 'idNo'].map((key) => kite.fields.find((field) => field.key === key)!)
  const { idTypeField: _, ...second } = idNo!
  return item({
    kind: 'confirmation',
    processing,
    limits: { statutory: null, promised: null },
    agent: null,
    materials: kite.materials.filter(({ key }) => key !== 'authorisation'),
    inPerson: { words: '须两人亲自到场', basis: '《风筝放飞条例（虚构）》第十三条' },
    partner: { name: 'partnerName', idType: null, idNo: 'partnerIdNo', phone: null },
    coolingOff: { days: 30, collectDays: 30, basis: '《风筝放飞条例（虚构）》第十四条' },
    fields: [
      ...kite.fields.filter(({ section }) => section !== 'agent'),
      { ...name!, key: 'partnerName', label: '另一人姓名' },
      { ...second, key: 'partnerIdNo', label: '另一人身份证号码' },
    ],
    sections: kite.sections.filter(({ key }) => key !== 'agent'),
  })
}
