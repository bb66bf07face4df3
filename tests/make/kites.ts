/** Kite items of rarer law: a step that waits for an act, and two who apply together and must cool off. */
import type { Item } from '../../shared/item/item.ts'
import { item } from './item.ts'

/** A benefit whose first step, which the street does, waits for this act. */
export function needyKite(needs: 'factsChecked' | 'publicized'): Item {
  const kite = item({ kind: 'benefit' })
  return { ...kite, steps: kite.steps.map((step, index) => (index === 0 ? { ...step, needs } : step)) }
}

/** A benefit whose first step is for kites that nobody calls theirs: for sixty days it is cried out whose they are. */
export function foundKite(): Item {
  const kite = item({ kind: 'benefit' })
  const [look, ...rest] = kite.steps
  const found: Item['steps'][number] = {
    ...look!,
    key: 'cry',
    name: '招领公告',
    seat: { office: 'section.wind' as never, role: 'examiner', persons: 1 },
    needs: 'publicized',
    when: { field: 'length', atLeast: 30 },
    whenWords: '线长30米以上的',
    notice: {
      title: '风筝招领公告',
      term: { count: 60, unit: 'calendarDays', basis: '《风筝放飞条例（虚构）》第十五条', certainty: 'high' },
      text: '线长{length}米的风筝一只，{flyOn}拾得，请失主认领。社团：{club}',
    },
  }
  return { ...kite, steps: [look!, found, ...rest] }
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
