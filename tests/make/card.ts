/** Cards of made-up people. */
import type { MadeUpCard } from '../../scripts/mock-reader/card-bytes.ts'
import { idNumber } from './numbers.ts'

export function card(seed: number, change: Partial<MadeUpCard> = {}): MadeUpCard {
  const number = change.number ?? idNumber(seed)
  return {
    name: '示例',
    sex: Number(number[16]) % 2 === 1 ? '1' : '2',
    nation: '01',
    birth: number.slice(6, 14),
    address: '示例市示例区样板街道测试路1号',
    issuer: '示例市公安局示例分局',
    validFrom: '20200101',
    validUntil: '20400101',
    ...change,
    number,
  }
}
