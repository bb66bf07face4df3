/** Acts that tests of the bureau let terminals send. */
import { randomUUID } from 'node:crypto'
import { type AnyEvent, type AnyFact, eventVersion } from '../../shared/case/event.ts'
import type { CaseId, PersonId } from '../../shared/case/ids.ts'
import type { By } from '../../shared/case/stamp.ts'
import { makeNumber } from '../../shared/number/desk-number.ts'
import { realItem } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

export const by = (person: string, role: By['role'], office = 'window'): By => ({
  person: person as PersonId,
  name: '王示例',
  role,
  office: office as By['office'],
})
export const clerk = by('wang.ck', 'clerk')
export const otherClerk = by('li.ck', 'clerk')
export const supervisor = by('wu.dc', 'supervisor')
export const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 1, minute)).toISOString()

/** Above every seed that a test chooses: files share this count, and somebody new must be nobody's double. */
const SEEDS_FROM = 100_000
let serial = 0
/** The first fact of a new case of GL-BT, all papers there; numbers as the terminal would give them. */
export function receivedFact(
  terminal: VirtualTerminal,
  asked: { missing?: string[]; seed?: number; item?: string; at?: string } = {},
): AnyFact {
  serial += 1
  const fact = make
    .life({
      item: realItem(asked.item ?? 'GL-BT'),
      seed: asked.seed ?? SEEDS_FROM + serial,
      missing: asked.missing ?? [],
      at: asked.at ?? at(0),
    })
    .fact('received')
  return {
    ...fact,
    case: randomUUID() as CaseId,
    data: { ...(fact.data as object), number: makeNumber(terminal.no, serial) },
  }
}
export const fact = (type: string, after: AnyEvent, data: unknown): AnyFact => ({
  type: type as never,
  v: eventVersion,
  case: after.case,
  after: after.id,
  data,
})
export const accepted = (after: AnyEvent) => fact('accepted', after, { editions: null, remark: null })
export const linked = (after: AnyEvent, number: string) => fact('numberLinked', after, { system: '民政系统', number })
