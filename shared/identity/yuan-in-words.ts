import type { Money } from './money.ts'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿']

/**
 * Money in the capitals of vouchers (大写): `1409.50` 壹仟肆佰零玖元伍角整, `325.04` 叁佰贰拾伍元零肆分
 * (《正确填写票据和结算凭证的基本规定》, 中国人民银行). 整 closes what ends at 元 or 角.
 */
export function yuanInWords(fen: Money): string {
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const cents = fen % 10
  if (fen === 0) return '零元整'
  let words = yuan > 0 ? `${wholeInWords(yuan)}元` : ''
  if (jiao > 0) words += `${DIGITS[jiao]}角`
  else if (cents > 0 && yuan > 0) words += '零'
  return cents > 0 ? `${words}${DIGITS[cents]}分` : `${words}整`
}

/** Groups of four digits from the right. Zeros are spoken once, and not at the end of a group: 壹拾万柒仟, 壹亿零壹仟. */
function wholeInWords(yuan: number): string {
  const digits = String(yuan)
  let words = ''
  let zeroWaits = false
  let groupSpoken = false
  for (let i = 0; i < digits.length; i += 1) {
    const place = digits.length - 1 - i
    const digit = Number(digits[i])
    if (digit === 0) zeroWaits = words !== ''
    else {
      words += (zeroWaits ? '零' : '') + DIGITS[digit] + PLACES[place % 4]
      zeroWaits = false
      groupSpoken = true
    }
    if (place % 4 === 0 && groupSpoken) {
      words += GROUPS[place / 4]
      groupSpoken = false
      zeroWaits = false
    }
  }
  return words
}
