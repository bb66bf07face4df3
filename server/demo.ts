/** A bureau to try things on: a made-up hall, made-up people, the three items. Never part of a real bureau. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CalendarYear } from '../shared/calendar/calendar.ts'
import type { Day } from '../shared/calendar/day.ts'
import { CodeLists } from '../shared/item/code-lists.ts'
import { makeCatalogue } from '../shared/item/read-catalogue.ts'
import { readPaperBook } from '../shared/paper/paper-book.ts'
import { Hall } from '../shared/people/hall.ts'
import type { Holding, Role } from '../shared/people/role.ts'
import type { Bureau } from './bureau.ts'
import { initBureau } from './life.ts'
import { addPerson } from './people.ts'
import { publishCalendar, publishCatalogue, publishPapers, putHall } from './publish.ts'
import { refuseTakingBack } from './taking-back.ts'
import { makeCode } from './terminals.ts'

export const demoPassword = 'Demo-2026'
const accounts = [
  ['wang.ck', '王示例', 'clerk', 'window', '婚姻登记员'],
  ['li.ck', '李样例', 'clerk', 'window', '婚姻登记员'],
  ['zhao.sc', '赵示例', 'examiner', 'section.elderly'],
  ['qian.sc', '钱示例', 'examiner', 'section.organisations'],
  ['sun.sx', '孙示例', 'chief', 'window', '婚姻登记员'],
  ['zhou.jld', '周示例', 'head', 'leader'],
  ['wu.dc', '吴示例', 'supervisor', 'window'],
  ['zheng.gl', '郑示例', 'admin', 'window'],
  ['feng.sc', '冯示例', 'examiner', 'section.relief'],
  ['chen.sc', '陈示例', 'examiner', 'section.affairs'],
  ['chu.sc', '褚示例', 'examiner', 'section.places'],
] as const satisfies readonly (readonly [string, string, Role, string, string?])[]

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const files = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => json(path.join(folder, name)))

/** Publishes everything in the catalogue folder: calendars, items, papers. What is published already stays; what an admin published
 *  in the window is taken back only where `replace` names its item, else nothing is published at all. */
export async function publishFolder(
  bureau: Bureau,
  folder: string,
  { replace = [] }: { replace?: readonly string[] } = {},
): Promise<void> {
  const editions = readdirSync(path.join(folder, 'papers')).toSorted()
  const catalogues = editions.map((edition) =>
    makeCatalogue(
      edition,
      files(path.join(folder, 'items')),
      json(path.join(folder, 'not-taken.json')),
      undefined,
      CodeLists.parse(json(path.join(folder, 'lists.json'))),
    ),
  )
  await refuseTakingBack(bureau, catalogues, replace)
  for (const year of files(path.join(folder, 'calendars'))) await publishCalendar(bureau, CalendarYear.parse(year))
  for (const [index, edition] of editions.entries()) {
    await publishPapers(bureau, readPaperBook(edition, files(path.join(folder, 'papers', edition))))
    await publishCatalogue(bureau, catalogues[index]!)
  }
}

export type Demo = {
  codes: string[]
  accounts: { person: string; name: string; role: string; office: string; password: string }[]
}

/** Fills an empty bureau; a filled one only gets fresh codes. */
export async function seedDemo(bureau: Bureau, folder: string): Promise<Demo> {
  const hall = Hall.parse(json(path.join(folder, 'halls/demo.json')))
  await initBureau(bureau, () => undefined)
  await putHall(bureau, hall)
  await publishFolder(bureau, folder)
  for (const [index, [id, name, role, office, qualification]] of accounts.entries()) {
    if (bureau.known.people.has(id)) continue
    const qualifications = qualification === undefined ? [] : [qualification]
    const holdings = [{ role, office, from: '2020-01-01' as Day, until: null, qualifications }] as unknown as Holding[]
    await addPerson(
      bureau,
      {
        id,
        name,
        badge: `D${String(index + 1).padStart(2, '0')}`,
        partyMember: index % 2 === 0,
        password: demoPassword,
        halls: null,
      },
      holdings,
    )
  }
  const codes = [
    await makeCode(bureau, hall.id, null),
    await makeCode(bureau, hall.id, null),
    await makeCode(bureau, hall.id, null),
  ]
  return {
    codes,
    accounts: accounts.map(([person, name, role, office]) => ({ person, name, role, office, password: demoPassword })),
  }
}
