/** What a new version of an item changes: part by part, entry by entry, for whoever decides whether it is published. */
import type { Item } from './item.ts'

export type ItemPart = keyof Item

/** One property of a part or of an entry, inner ones by their path (`promised.basis`); `undefined` where it was or is not there. */
export type Detail = { prop: string; before: unknown; after: unknown }

/** `entry`: the key of a material, a field, a step …, null where the part has no entries; `name` is what people call it. */
export type ItemChange = {
  part: ItemPart
  entry: string | null
  name: string | null
  is: 'added' | 'removed' | 'changed' | 'reordered'
  details: Detail[]
}

type Entry = { key: string; name?: string; label?: string; title?: string; words?: string }

/** Everything that differs, in the order of the parts; empty when nothing does. */
export function itemChanges(before: Item, after: Item): ItemChange[] {
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])] as ItemPart[]
  return parts.flatMap((part) => {
    const [old, now] = [before[part], after[part]]
    if (isSame(old, now)) return []
    const lists = [old ?? [], now ?? []]
    if (lists.every(isEntries)) return entryChanges(part, lists[0] as Entry[], lists[1] as Entry[])
    const is = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed'
    return [{ part, entry: null, name: null, is, details: detailsOf(part, old, now) }]
  })
}

function entryChanges(part: ItemPart, before: readonly Entry[], after: readonly Entry[]): ItemChange[] {
  const change = (entry: Entry, is: ItemChange['is'], details: Detail[] = []): ItemChange => ({
    part,
    entry: entry.key,
    name: nameOf(entry),
    is,
    details,
  })
  const old = new Map(before.map((entry) => [entry.key, entry]))
  const kept = new Set(after.map((entry) => entry.key))
  const changes = after.flatMap((entry) => {
    const was = old.get(entry.key)
    if (was === undefined) return [change(entry, 'added')]
    return isSame(was, entry) ? [] : [change(entry, 'changed', detailsOf(part, was, entry))]
  })
  const removed = before.filter((entry) => !kept.has(entry.key)).map((entry) => change(entry, 'removed'))
  const order = (entries: readonly Entry[]) =>
    entries.map(({ key }) => key).filter((key) => old.has(key) && kept.has(key))
  const moved: ItemChange[] = isSame(order(before), order(after))
    ? []
    : [{ part, entry: null, name: null, is: 'reordered', details: [] }]
  return [...changes, ...removed, ...moved]
}

function detailsOf(part: ItemPart, before: unknown, after: unknown): Detail[] {
  if (!isObject(before) || !isObject(after)) return [{ prop: part, before, after }]
  const props = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return props
    .filter((prop) => !isSame(before[prop], after[prop]))
    .flatMap((prop) => {
      const [old, now] = [before[prop], after[prop]]
      if (!isObject(old) || !isObject(now)) return [{ prop, before: old, after: now }]
      return detailsOf(part, old, now).map((inner) => ({ ...inner, prop: `${prop}.${inner.prop}` }))
    })
}

function nameOf({ key, name, label, title, words }: Entry): string {
  return name ?? label ?? title ?? words ?? key
}

function isEntries(value: unknown): value is Entry[] {
  return Array.isArray(value) && value.every((each) => isObject(each) && typeof each.key === 'string')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The order of keys in a file means nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, place) => isSame(each, b[place]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSame(a[key], b[key]))
}
