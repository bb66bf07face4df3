/** What may still be handed in after acceptance. */
import { missingMaterials } from '../../shared/case/materials.ts'
import type { Material } from '../../shared/item/item.ts'
import type { Around } from './around.ts'

/** Of what was taken in late, as one says it. */
export function owedNames({ item, kase }: Pick<Around, 'item' | 'kase'>): string {
  const owing = new Set(kase.owed.map(({ key }) => key))
  return item.materials.flatMap(({ key, name }) => (owing.has(key) ? [name] : [])).join('、')
}

/** Promised for later, or asked for only since the form was corrected: without them nothing is granted. And what a promise stands for
 *  (告知承诺), if the proof comes after all. */
export function owed({ item, kase }: Pick<Around, 'item' | 'kase'>): Material[] {
  const missing = missingMaterials(item, kase.form, kase.materials)
  return item.materials.filter((each) => kase.owed.some(({ key }) => key === each.key) || missing.includes(each))
}
