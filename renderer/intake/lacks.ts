/** What a 一次性告知 says, prefilled from the checklist: material, what lacks, what to do, basis. */
import type { Lack } from '../../shared/case/events/parts.ts'
import type { Item, Material } from '../../shared/item/item.ts'
import { basisWords } from '../../shared/paper/say.ts'
import { lackWords } from '../words/intake.ts'
import type { LackLine, MaterialNote } from './intake-form.ts'

/** The line for a missing material, before anybody edits it. */
export function lackOf(
  item: Item,
  material: Material,
  note: MaterialNote | undefined,
  promiseBarred = false,
): LackLine {
  const short = note !== undefined && note.got !== 'none' ? material.count - note.count : material.count
  const pieces = short > 0 ? short : material.count
  return {
    about: material.key,
    name: material.name,
    lacks: lackWords.lacks(material.form, pieces, short < material.count && short > 0),
    todo: lackWords.todo(material, pieces, promiseBarred),
    basis: basisOf(item),
  }
}

/** Why papers may be asked for at all: 许可法第32条 for permits only, else what the item itself rests on. */
export function basisOf(item: Item): string {
  if (item.kind === 'permit') return lackWords.permitBasis
  return basisWords(item).slice(0, 300)
}

/** Every line of the notice: missing materials as edited or prefilled, then what the clerk added. `promiseBarred`: the applicant
 *  may not promise (告知承诺) instead of bringing. */
export function lackLines(
  item: Item,
  missing: readonly Material[],
  form: {
    materials: Readonly<Record<string, MaterialNote>>
    lackEdits: Readonly<Record<string, LackLine>>
    lackExtras: readonly LackLine[]
  },
  promiseBarred = false,
): LackLine[] {
  const lines = missing.map(
    (material) => form.lackEdits[material.key] ?? lackOf(item, material, form.materials[material.key], promiseBarred),
  )
  return [...lines, ...form.lackExtras]
}

/** The lines as the fact records them; undefined while one of them says nothing. */
export function asLacks(lines: readonly LackLine[]): Lack[] | undefined {
  const whole = lines.every((line) => [line.name, line.lacks, line.todo].every((text) => text.trim() !== ''))
  return whole && lines.length > 0 ? [...lines] : undefined
}
