/** The reader of `npm start`: each read finds the card of the next made-up person. */
import { idNumberCheckCharacter } from '../../shared/identity/id-number.ts'
import { cardBytes } from './card-bytes.ts'
import { type MockReader, startMockReader } from './mock-reader.ts'

const people = [
  { name: '张示例', born: '19380305', order: '012', nation: '01' },
  { name: '阿依·样例', born: '19710818', order: '023', nation: '05' },
  { name: '测试𠮷', born: '19991231', order: '031', nation: '56', validUntil: '20250101' },
] as const

export async function startDemoReader(): Promise<MockReader> {
  const reader = await startMockReader('tcp', () => lay(next()))
  let turn = 0
  const lay = (person: (typeof people)[number]) => reader.lay(textOf(person))
  const next = () => people[turn++ % people.length]!
  lay(next())
  return reader
}

function textOf(person: (typeof people)[number]): Buffer {
  const { name, born, order, nation } = person
  // A county that is none: right by its check digit, and nobody's.
  const digits = `530199${born}${order}`
  return cardBytes({
    name,
    sex: Number(order) % 2 === 1 ? '1' : '2',
    nation,
    birth: born,
    address: '示例市示例区样板街道测试路1号',
    number: digits + idNumberCheckCharacter(digits),
    issuer: '示例市公安局示例分局',
    validFrom: '20150101',
    validUntil: 'validUntil' in person ? person.validUntil : '长期',
  })
}
