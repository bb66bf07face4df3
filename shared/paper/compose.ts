/** Which papers one act hands over, and what they say: the edition's templates with the case put in. Pure. */
import type { Calendar } from '../calendar/calendar.ts'
import { dayOf } from '../calendar/day.ts'
import type { Case } from '../case/case.ts'
import { type AnyEvent, type Event, readFact } from '../case/event.ts'
import type { Instant } from '../case/ids.ts'
import type { WorkflowRow } from '../case/rows.ts'
import { publicityStep } from '../case/steps.ts'
import type { EventType, PaperKey } from '../case/workflow.ts'
import type { Item } from '../item/item.ts'
import type { Hall } from '../people/hall.ts'
import { actPlaces } from './act-places.ts'
import { decidingOf } from './deciding.ts'
import { fill, filled, footerOf, isAsked } from './fill.ts'
import type { AnyPaperKey, Paper } from './paper.ts'
import type { Places } from './place-names.ts'
import { casePlaces, type Open, type Scene } from './places.ts'
import { dayWords } from './say.ts'
import { maskTyped } from './shown.ts'
import type { PaperBook, Template, TemplateBlock } from './template.ts'

/** One event of the act: its row, and the case before and after it. */
export type Acted = { row: WorkflowRow; event: AnyEvent; before: Case | undefined; after: Case }

export type ComposeContext = {
  /** The item as the case's edition has it. */
  item: Item
  hall: Hall
  calendar: Calendar
  /** The templates as the case's edition has them. */
  book: PaperBook
  now: Instant
}

/** A paper without its number, which the terminal gives when it makes it. */
export type ComposedPaper = Omit<Paper, 'number'>

/**
 * The papers of one act on one case, in the order they are handed over. One for each row that hands something over, but what
 * is settled on the spot gets a single paper, and what is delivered with the act needs no notice to come and fetch it.
 * Throws when the events are of several cases, or of another item than the context's.
 */
export function composePapers(acts: readonly Acted[], context: ComposeContext): ComposedPaper[] {
  const end = acts.at(-1)?.after
  if (end === undefined) return []
  if (acts.some(({ after }) => after.id !== end.id)) throw new Error('compose the papers of one case at a time')
  if (end.item !== context.item.code) throw new Error(`the case is of ${end.item}, not of ${context.item.code}`)
  return papersOwed(acts).flatMap(({ key, act: { event, before, after } }) => {
    const known = readFact(event) as Event | undefined
    return known === undefined ? [] : [compose(key, { event: known, before, after, end, ...context }, context.book)]
  })
}

/** Which papers one act on one case hands over, each with the event it belongs to. */
export function papersOwed(acts: readonly Acted[]): { key: PaperKey; act: Acted }[] {
  const end = acts.at(-1)?.after
  if (end === undefined) return []
  const left = leftOut(acts, end)
  return acts.flatMap((act) => {
    const key = act.row.handsOver
    return key === null || left.has(key) || readFact(act.event) === undefined ? [] : [{ key, act }]
  })
}

const atOnce: readonly EventType[] = ['granted', 'refused', 'recorded']

/** Papers that another paper of the same act makes needless. */
function leftOut(acts: readonly Acted[], end: Case): ReadonlySet<PaperKey> {
  const happened = new Set(acts.map(({ event }) => event.type))
  const settledHere =
    atOnce.some((type) => happened.has(type)) && (end.kind === 'filing' || end.processing === 'onTheSpot')
  const left = new Set<PaperKey>()
  if (happened.has('delivered')) left.add('pickupNotice')
  if (settledHere) for (const key of ['receipt', 'acceptanceNotice', 'certificate'] as const) left.add(key)
  // The paper itself carries the line to sign for it.
  if (settledHere && happened.has('delivered')) left.add('deliveryProof')
  return left
}

function compose(key: PaperKey, scene: Scene, book: PaperBook): ComposedPaper {
  const template = templateOf(book, key)
  const title = ({ title: titles, key: other }: Template) => {
    const cooled = scene.item.coolingOff === undefined ? undefined : titles.coolingOff
    const said = ownTitle(other, scene) ?? cooled ?? titles[scene.after.kind] ?? titles.default ?? other
    return said.replaceAll('{item}', scene.item.name).replaceAll('{act}', decidingOf(scene.item).act)
  }
  const act = actPlaces[scene.event.type] as
    | ((scene: Scene, titleOf: (key: AnyPaperKey) => string) => Partial<Places>)
    | undefined
  const said = masked(act?.(scene, (other) => title(templateOf(book, other))) ?? {})
  const common = casePlaces(scene)
  const places: Open = {
    texts: [said.text, ...common.texts],
    lists: over(common.lists, said.lists),
    tables: over(common.tables, said.tables),
  }
  const seal = { authority: scene.hall.bureau, day: dayWords(dayOf(scene.event.stamp.at)) }
  return {
    key,
    edition: book.edition,
    size: template.size,
    title: fill(title(template), places) ?? '',
    caseNumber: scene.after.number,
    itemName: scene.item.name,
    blocks: template.blocks.flatMap((block) => (stands(block, scene.after, places) ? filled(block, places, seal) : [])),
    footer: footerOf(scene.hall),
  }
}

/** An item's own name for its decision, or for what it hangs out. */
function ownTitle(key: AnyPaperKey, { item, before, after }: Scene): string | undefined {
  if (key === 'publicNotice') return publicityStep(before ?? after, item)?.notice?.title
  if (key === 'grantDecision') return item.result.decision?.granted
  return key === 'refusalDecision' ? item.result.decision?.refused : undefined
}

/** What was typed with the act, without whole numbers of people; numbers that papers and certificates bear stay. */
/** What one says before the other. The case's own lists are made when a template asks for them, and most ask for none. */
function over<T extends object>(common: T, said: T): T {
  return Object.assign(Object.create(common), said)
}

function masked({ text = {}, lists = {}, tables = {} }: Partial<Places>): Places {
  const kept: readonly string[] = ['certificateNumber', 'certificate', 'document', 'tracking']
  return {
    text: mapped(text, (words, name) => (kept.includes(name) ? words : maskTyped(words))),
    lists: mapped(lists, (rows) => rows.map(maskTyped)),
    tables: mapped(tables, (rows) => rows.map((row) => row.map(maskTyped))),
  }
}

function mapped<T>(of: Partial<Record<string, T>>, change: (value: T, name: string) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(of).flatMap(([name, value]) => (value === undefined ? [] : [[name, change(value, name)]])),
  )
}

function templateOf(book: PaperBook, key: AnyPaperKey): Template {
  const found = book.templates.find((template) => template.key === key)
  if (found === undefined) throw new Error(`edition ${book.edition} has no template ${key}`)
  return found
}

function stands(block: TemplateBlock, { kind, processing }: Case, places: Open): boolean {
  if (block.kinds !== undefined && !block.kinds.includes(kind)) return false
  if (block.processing !== undefined && !block.processing.includes(processing)) return false
  return isAsked(block, places)
}
