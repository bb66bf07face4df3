/** Very many applicants, visibly made up and each with a number and mostly a name of their own. */
import { pinyin } from 'pinyin-pro'
import { dayOf } from '../../shared/calendar/day.ts'
import type { AnyFact } from '../../shared/case/event.ts'
import { eventVersion } from '../../shared/case/event.ts'
import type { CaseId, PersonId } from '../../shared/case/ids.ts'
import { makeNumber } from '../../shared/number/desk-number.ts'
import { chance } from '../chaos/random.ts'
import { realItem } from '../make/catalogue.ts'
import { idNumber } from '../make/numbers.ts'
import { payloadOf } from '../make/payloads.ts'
import type { VirtualTerminal } from '../server/virtual-terminal.ts'

const families = [...'张李王赵陈杨黄周吴徐孙马朱胡郭何高林罗郑']
const given = [...'样例测试演示甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥']
const BIRTH = '1940-03-05'

export type Applicant = { name: string; idNo: string; number: string; initials: string }

export class Crowd {
  readonly #terminal: VirtualTerminal
  readonly #dice = chance(7)
  readonly #people: Applicant[] = []
  readonly #template: Record<string, unknown>
  readonly #moment = Date.now() - 86_400_000

  constructor(terminal: VirtualTerminal) {
    this.#terminal = terminal
    const asked = { kase: undefined, item: realItem('GL-BT'), seed: 1, at: new Date(this.#moment).toISOString() }
    this.#template = payloadOf.received({ ...asked, missing: [], set: { isAgent: false } } as never) as never
  }

  /** The day on which the first of them came. */
  get day(): string {
    return dayOf(new Date(this.#moment).toISOString())
  }

  /** Somebody new comes to the counter. */
  receive(): void {
    const n = this.#people.length
    const name = this.#dice.pick(families) + this.#dice.pick(given) + this.#dice.pick(given)
    const idNo = idNumber(n + 1, { birth: BIRTH })
    const number = makeNumber(this.#terminal.no, n + 1) as string
    const initials = pinyin(name, { toneType: 'none', type: 'array', pattern: 'first' }).join('')
    this.#people.push({ name, idNo, number, initials })
    const { applicant } = realItem('GL-BT')
    const form = { ...(this.#template.form as object), [applicant.name]: name, [applicant.idNo]: idNo }
    const who = { ...(this.#template.applicant as object), name, idNo }
    const data = { ...this.#template, number, form, applicant: who }
    const fact = { type: 'received', v: eventVersion, case: this.#dice.uuid() as CaseId, after: null, data }
    const by = { person: 'wang.ck' as PersonId, name: '王示例', role: 'clerk', office: 'window' }
    this.#terminal.act(by as never, [fact as AnyFact], new Date(this.#moment + n * 500).toISOString())
  }

  /** So many of them, from all over. */
  some(count: number): Applicant[] {
    return Array.from({ length: count }, () => this.#dice.pick(this.#people))
  }
}
