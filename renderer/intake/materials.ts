/** The checklist of one application: what is noted of each material, what still lacks, and what that makes as facts. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { ReceivedMaterial } from '../../shared/case/events/parts.ts'
import { usualOwed } from '../../shared/case/late-until.ts'
import { isHandedIn, missingMaterials, neededMaterials } from '../../shared/case/materials.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item, Material } from '../../shared/item/item.ts'
import type { MaterialNote } from './intake-form.ts'

type Notes = Readonly<Record<string, MaterialNote>>

/** Working days within which a material taken late is to be brought, unless the clerk agrees on another day. */
export const LATE_WORKDAYS = 10

/** Nothing was handed in yet. */
export const nothingYet: MaterialNote = { got: 'none', count: 0, lateUntil: null, note: null }

/** A material handed in the way the item asks for it. */
export function asAsked(material: Material): MaterialNote {
  const got = material.form === 'surrendered' ? 'original' : material.form
  return { got, count: material.count, lateUntil: null, note: null }
}

/** Every needed material as asked; what was already noted otherwise, or is promised instead, stays. */
export function allHandedIn(
  item: Item,
  values: FormValues,
  notes: Notes,
  promised: readonly string[] = [],
): Record<string, MaterialNote> {
  const added = neededMaterials(item, values)
    .filter((material) => !promised.includes(material.key) && !isHandedIn(material, received([material], notes)))
    .map((material) => [material.key, { ...asAsked(material), note: notes[material.key]?.note ?? null }] as const)
  return { ...notes, ...Object.fromEntries(added) }
}

/** The last day to bring what is taken late, if nothing else is agreed: before the decision is due. */
export function lateUntilByDefault(calendar: Calendar, today: Day, item: Item): Day {
  return usualOwed(item, calendar, today, LATE_WORKDAYS)
}

/** What `received` records: one line for each material the form's situation asks for. */
export function receivedMaterials(item: Item, values: FormValues, notes: Notes): ReceivedMaterial[] {
  return received(neededMaterials(item, values), notes)
}

/** Where the checklist stands: needed; promised instead of proved (告知承诺), which is not asked for; missing, and of that what comes
 *  late by a day (容缺), and what lacks. */
export function checklist(item: Item, values: FormValues, notes: Notes, promises: readonly string[] = []) {
  const needed = neededMaterials(item, values)
  const all = missingMaterials(item, values, received(needed, notes))
  const promised = all.filter((material) => material.committable && promises.includes(material.key))
  const missing = all.filter((material) => !promised.includes(material))
  const late = missing.filter((material) => comesLate(material, notes))
  return { needed, promised, missing, late, lacking: missing.filter((material) => !late.includes(material)) }
}

/** 容缺 only for what the item lists as tolerable, and only with a day. */
function comesLate(material: Material, notes: Notes): boolean {
  return material.tolerable && (notes[material.key]?.lateUntil ?? null) !== null
}

function received(materials: readonly Material[], notes: Notes): ReceivedMaterial[] {
  return materials.map((material) => {
    const { got, count, lateUntil, note } = notes[material.key] ?? nothingYet
    const line: ReceivedMaterial = {
      key: material.key,
      got,
      count: got === 'none' ? 0 : count,
      lateUntil: null,
      note: note?.trim() || null,
    }
    return isHandedIn(material, [line]) || !material.tolerable ? line : { ...line, lateUntil }
  })
}
