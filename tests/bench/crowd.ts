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
const DAY_MS = 86_400_000
/** So long ago the first of them came. */
const SPAN_DAYS = 250
const WINDOWS = 6
/** What they come for, in turn. */
const ITEMS = [
  'GL-BT',
  'YL-YD',
  'BY-RD',
  'BZ-JM',
  'CJ-HL',
  'CJ-SH',
  'DB-SQ',
  'GX-RD',
  'LS-JZ',
  'TK-RD',
  'YL-BT',
  'YL-PG',
]
const BIRTH = '1940-03-05'

const windowOf = (n: number) => 1 + (Math.floor(n / ITEMS.length) % WINDOWS)

type Template = { item: ReturnType<typeof realItem>; data: Record<string, unknown> }

export type Applicant = { name: string; idNo: string; number: string; initials: string }

export class Crowd {
  readonly #terminal: VirtualTerminal
  readonly #dice = chance(7)
  readonly #people: Applicant[] = []
  readonly #templates: readonly Template[]
  readonly #begun = Date.now() - SPAN_DAYS * DAY_MS

  /** `cases`: how many will come, one after another until yesterday. */
  constructor(
    terminal: VirtualTerminal,
    readonly cases: number,
  ) {
    this.#terminal = terminal
    const at = new Date(this.#begun).toISOString()
    this.#templates = ITEMS.map((code) => {
      const item = realItem(code)
      const set = item.agent === null ? {} : { isAgent: false }
      return {
        item,
        data: payloadOf.received({ kase: undefined, item, seed: 1, at, missing: [], set } as never) as never,
      }
    })
  }

  /** The day, the year and the window of somebody in the middle. */
  get middle(): { day: string; year: string; window: number } {
    const n = Math.floor(this.cases / 2)
    const day = dayOf(this.#momentOf(n))
    return { day, year: day.slice(0, 4), window: windowOf(n) }
  }

  #momentOf(n: number): string {
    return new Date(this.#begun + Math.floor((n * (SPAN_DAYS - 1) * DAY_MS) / this.cases)).toISOString()
  }

  /** Somebody new comes to the counter. */
  receive(): void {
    const n = this.#people.length
    const name = this.#dice.pick(families) + this.#dice.pick(given) + this.#dice.pick(given)
    const idNo = idNumber(n + 1, { birth: BIRTH })
    const number = makeNumber(this.#terminal.no, n + 1) as string
    const initials = pinyin(name, { toneType: 'none', type: 'array', pattern: 'first' }).join('')
    this.#people.push({ name, idNo, number, initials })
    const { item, data: template } = this.#templates[n % this.#templates.length]!
    const { applicant } = item
    const form = { ...(template.form as object), [applicant.name]: name, [applicant.idNo]: idNo }
    const who = { ...(template.applicant as object), name, idNo }
    const data = { ...template, number, form, applicant: who }
    const fact = { type: 'received', v: eventVersion, case: this.#dice.uuid() as CaseId, after: null, data }
    const by = { person: 'wang.ck' as PersonId, name: '王示例', role: 'clerk', office: 'window' }
    this.#terminal.act(
      by as never,
      [fact as AnyFact],
      this.#momentOf(n),
      undefined,
      1 + (Math.floor(n / ITEMS.length) % WINDOWS),
    )
  }

  /** So many of them, from all over. */
  some(count: number): Applicant[] {
    return Array.from({ length: count }, () => this.#dice.pick(this.#people))
  }
}
