/** Which materials a case needs, and which are lacking. */

import { holds } from '../item/facts.ts'
import type { FormValues } from '../item/field.ts'
import type { Item, Material } from '../item/item.ts'
import type { ReceivedMaterial } from './events/parts.ts'

/** The materials this form's situation asks for. */
export function neededMaterials(item: Item, values: FormValues): Material[] {
  return item.materials.filter((material) => material.when === undefined || holds(material.when, values))
}

/** Was enough of it handed in (or looked up instead)? */
export function isHandedIn(material: Material, received: readonly ReceivedMaterial[]): boolean {
  const found = received.find((each) => each.key === material.key)
  if (found === undefined || found.got === 'none') return false
  return found.got === 'shared' ? material.shareable : found.count >= material.count
}

/** The needed materials that are not there; those whose proof was promised in writing (告知承诺) are not asked for. */
export function missingMaterials(
  item: Item,
  values: FormValues,
  received: readonly ReceivedMaterial[],
  committed: readonly string[] = [],
): Material[] {
  return neededMaterials(item, values).filter(
    (material) => !committed.includes(material.key) && !isHandedIn(material, received),
  )
}
