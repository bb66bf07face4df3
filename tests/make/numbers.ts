/** Numbers with right check digits, of people and bodies that do not exist. */
import { addDays, type Day } from '../../shared/calendar/day.ts'
import { idNumberCheckCharacter } from '../../shared/identity/id-number.ts'
import { usccCheckCharacter } from '../../shared/identity/uscc.ts'
import { chance } from '../chaos/random.ts'

/** A county code of our own making: the numbers are right, and nobody's. */
const NOWHERE = '530199'

/** An identity number of somebody born then, of that sex; both by seed where not given. */
export function idNumber(seed: number, asked: { birth?: Day | string; sex?: '男' | '女' } = {}): string {
  const dice = chance(seed * 7919 + 1)
  const birth = asked.birth ?? addDays('1930-01-01' as Day, dice.below(27_000))
  const order = dice.below(500) * 2 + ((asked.sex ?? dice.pick(['男', '女'] as const)) === '男' ? 1 : 0)
  const digits = NOWHERE + birth.replaceAll('-', '') + String(order).padStart(3, '0')
  return digits + idNumberCheckCharacter(digits)
}

/** A unified social credit code; 51 is a social association (社会团体). */
export function uscc(seed: number, prefix: '51' | '52' | '53' | '91' | '11' = '51'): string {
  const dice = chance(seed * 104_729 + 3)
  const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
  const body = prefix + NOWHERE + Array.from({ length: 9 }, () => dice.pick(alphabet)).join('')
  return body + usccCheckCharacter(body)
}

/** A visibly made-up mobile number. */
export function phone(seed: number): string {
  return `1990000${String(seed % 10_000).padStart(4, '0')}`
}

/** A bank account number of 19 digits that passes the check digit of cards. */
export function bankAccount(seed: number): string {
  const body = `621700${String(seed % 1_000_000_000_000).padStart(12, '0')}`
  for (let last = 0; last < 10; last += 1) if (luhn(body + last)) return body + last
  throw new Error('one of ten digits fits')
}

function luhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, character, i) => {
    const digit = Number(character) * (i % 2 === 0 ? 1 : 2)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return sum % 10 === 0
}

/** A visibly made-up person's name. */
export function personName(seed: number): string {
  const dice = chance(seed * 31 + 5)
  const family = dice.pick([...'张李王赵陈杨黄周吴徐'])
  return family + dice.pick(['测试', '样例', '演示', '试填', '假名'])
}

/** A visibly made-up organisation's name. */
export function organisationName(seed: number): string {
  return `示例区${chance(seed * 37 + 7).pick(['测试', '样例', '演示'])}${chance(seed + 1).pick(['书法', '太极拳', '养花', '象棋'])}协会`
}
