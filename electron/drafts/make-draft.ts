/** Drafts for tests. */
import { randomUUID } from 'node:crypto'
import type { ActId, CaseId, Instant, PersonId } from '../../shared/case/ids.ts'
import type { DraftOwner, DraftToKeep } from './drafts.ts'

export const draftKey = Buffer.alloc(32, 6)
export const zhang: DraftOwner = { person: 'zhang.ceshi' as PersonId, personName: '张测试' }
export const li: DraftOwner = { person: 'li.yangli' as PersonId, personName: '李样例' }

export function newCase(): CaseId {
  return randomUUID() as CaseId
}

export function draftOf(kase = newCase(), act = randomUUID() as ActId): DraftToKeep {
  return { case: kase, act, title: '高龄津贴 · 王*', item: 'elderly', content: { remark: '' } }
}

/** A clock for tests: a second later each time it is asked. */
let seconds = 0
export function now(): Instant {
  return new Date(Date.UTC(2026, 10, 24, 1) + 1000 * seconds++).toISOString() as Instant
}
