import { expect, test } from 'vitest'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import { calendar, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { factsAbout } from './case-facts.ts'
import { contentVersion } from './database.ts'
import { setDeskCache } from './desk.ts'
import type { DeskCache } from './desk-cache.ts'
import { casesNaming, casesOfOthers, householdCases } from './find.ts'
import { NameList } from './name-list.ts'
import { nameEntry } from './names.ts'
import { hashKey } from './seal.ts'

const aid = realItem('DB-SQ')
const books = { calendar, itemOf: () => aid }
const made = make.kase({ item: aid })
const numberOf = (seed: number) => make.idNumber(seed, { birth: '1970-01-01' })
const wife = numberOf(1)
const husband = numberOf(2)

/** Somebody's application, newer with each number; they live with nobody but `wife`, or she came for them. */
function applied(nth: number, idNo: string, part: { member?: string; agent?: string }): Case {
  const { member, agent } = part
  return {
    ...made,
    id: `case ${nth}` as CaseId,
    received: { ...made.received, at: `2026-11-${10 + nth}T01:00:00.000Z` as Instant },
    applicant: { ...made.applicant, idNo },
    agent: agent === undefined ? null : { name: '钱样例', idNo: agent, phone: '19900000031', relation: null },
    form: {
      ...made.form,
      idNo,
      members: [idNo, ...(member === undefined ? [] : [member])].map((each) => ({ idNo: each })),
    },
  }
}

/** A cache of these cases, its rows and numbers in the open. */
function hold(cases: Case[]): void {
  const rows = new Map(
    cases.map((kase) => [kase.id, { id: kase.id, sealed: { v: contentVersion, base: kase, top: null } }]),
  )
  const at = { now: made.lastAt, unsentSince: null, keepConcludedDays: 30 }
  const hashes = (kase: Case) => factsAbout(kase, books, at).numbers.map(({ of, number }) => hashKey(of, number))
  setDeskCache({
    whenRead: async () => {},
    readNames: new NameList(cases.map((kase) => nameEntry(kase, aid, hashes(kase)))),
    books,
    opener: { hash: async (number: string) => number, open: async (_: string, sealed: object) => sealed },
    tables: { cases: { bulkGet: async (ids: CaseId[]) => ids.map((id) => rows.get(id)) } },
  } as unknown as DeskCache)
}

test('R-DUPLICATE-3: whoever came for many others since is told of their own household’s older case all the same', async () => {
  const others = Array.from({ length: 9 }, (_, nth) => applied(nth + 1, numberOf(nth + 10), { agent: wife }))
  hold([applied(0, husband, { member: wife }), ...others])
  expect((await householdCases(wife)).map(({ id }) => id)).toEqual(['case 0'])
  expect((await casesOfOthers(`${numberOf(30)} ${wife}`)).map(({ id }) => id)).toEqual(['case 0'])
  // What may be taken over of them, the newest tell.
  expect(await casesNaming(wife)).toHaveLength(8)
})

test('R-DUPLICATE-3: whose case it is goes with it as a hash, the same for all of theirs', async () => {
  hold([
    applied(0, husband, { member: wife }),
    applied(1, husband, { member: wife }),
    applied(2, numberOf(3), { member: wife }),
  ])
  const [third, second, first] = await householdCases(wife)
  expect(second?.applicants).toHaveLength(1)
  expect(second?.applicants).toEqual(first?.applicants)
  expect(third?.applicants).not.toEqual(first?.applicants)
})
