/** 实施编码 (GB/T 39554.1-2020): the number a matter bears in the state's own lists. A text, never a number: nothing is reckoned with it. */
import { checkUscc } from './uscc.ts'

/** `length`: not 31 digits and letters · `body`: the first 18 are no credit code · `level`: not one of the six levels · `type`: no
 *  type of matter, or another than asked for. */
export type OfficialCodeError = 'length' | 'body' | 'level' | 'type'

/** 许可、给付、确认、其他权力、公共服务: the types of matters that a window takes. */
export const matterTypes = { permit: '01', benefit: '05', confirmation: '07', filing: '10', service: '20' } as const

/** What is wrong with a code: 18 of the body that does it, 1 of its level (国1省2市3县4乡5村6), 12 of the matter (source 2, type 2,
 *  department 2, main 3, part 3); undefined when nothing is. Certainty medium: no province's own list was at hand. */
export function officialCodeError(code: string, kind: keyof typeof matterTypes): OfficialCodeError | undefined {
  if (!/^[0-9A-Z]{18}\d{13}$/.test(code)) return 'length'
  if (!checkUscc(code.slice(0, 18)).ok) return 'body'
  if (!/[1-6]/.test(code[18]!)) return 'level'
  return code.slice(21, 23) === matterTypes[kind] ? undefined : 'type'
}
