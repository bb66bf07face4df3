/** How a person is found by what is typed: Chinese, pinyin, initials, numbers. Pinyin is made when a case is written, not when it is searched. */
import { pinyin } from 'pinyin-pro'
import { partnerOf } from '../../shared/case/applicant.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId, Instant, PrintedNumber, WindowNo } from '../../shared/case/ids.ts'
import { searched } from '../../shared/identity/name.ts'
import type { Item, ItemCode } from '../../shared/item/item.ts'

/** One line of the name list, opened into memory at sign-in. */
export type NameEntry = {
  id: CaseId
  number: PrintedNumber
  name: string
  agent: string
  /** Full readings and initials of both names, every reading of a 多音字 among them, by `|`. */
  readings: string
  phone: string
  /** Numbers that other systems gave, as they are searched, by `|`. */
  links: string
  /** Keyed hashes of numbers, told apart by whose they are: see hashKey. */
  hashes: readonly string[]
  item: ItemCode
  window: WindowNo | null
  receivedAt: Instant
}

/** More readings than this of one name are not spelled out: nobody searches for the ninth. */
const MOST_READINGS = 8
/** Longer names are organisations': read as words, not character by character. */
const LONGEST_PERSON_NAME = 5

/** `item`: as the case's edition has it, to find the other of two who applied together by. */
export function nameEntry(kase: Case, item?: Pick<Item, 'partner'>, hashes: readonly string[] = []): NameEntry {
  const { phone } = kase.applicant
  const partner = item === undefined ? null : partnerOf(item, kase.form)
  const names = [kase.applicant.name, ...(partner === null ? [] : [partner.name])].map(searched)
  const agent = searched(kase.agent?.name ?? kase.applicant.contact ?? '')
  return {
    id: kase.id,
    number: kase.number,
    name: names.join('|'),
    agent,
    readings: [...names, agent]
      .filter((each) => each !== '')
      .map(readingsOf)
      .join('|'),
    phone: [phone, partner?.phone ?? '', kase.agent?.phone ?? ''].filter((each) => each !== '').join('|'),
    links: kase.links.map(({ number }) => searched(number).replace(/['\s-]/g, '')).join('|'),
    hashes,
    item: kase.item,
    window: kase.window,
    receivedAt: kase.received.at,
  }
}

/** All full readings and initials of a name, lower case, without tones: 单晓 → shanxiao|danxiao|chanxiao|sx|dx|cx. */
export function readingsOf(name: string): string {
  const characters = [...name]
  if (characters.length > LONGEST_PERSON_NAME) return spelled([syllablesOf(name)])
  const usual = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true })
  const choices = characters.map((character, index) => {
    const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
    return [...new Set([usual[index] ?? character, ...all])]
  })
  let readings: string[][] = [[]]
  for (const choice of choices) {
    readings = readings.flatMap((reading) => choice.map((syllable) => [...reading, syllable])).slice(0, MOST_READINGS)
  }
  return spelled(readings)
}

function syllablesOf(name: string): string[] {
  return pinyin(name, { toneType: 'none', type: 'array', v: true })
}

function spelled(readings: readonly string[][]): string {
  const plain = readings.map((reading) => reading.map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, '')))
  const full = plain.map((reading) => reading.join(''))
  const initials = plain.map((reading) => reading.map((syllable) => syllable.slice(0, 1)).join(''))
  return [...new Set([...full, ...initials])].filter((text) => text !== '').join('|')
}

/** Two entries that would be found and shown alike. */
export function sameEntry(a: NameEntry | undefined, b: NameEntry): boolean {
  const same = (key: 'name' | 'agent' | 'phone' | 'links' | 'window') => a?.[key] === b[key]
  return (
    a !== undefined &&
    (['name', 'agent', 'phone', 'links', 'window'] as const).every(same) &&
    a.hashes.join() === b.hashes.join()
  )
}
