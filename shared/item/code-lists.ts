/** Code lists that many items offer (民族、家庭关系 …): an item's file names the list, the edition carries its options. */
import { z } from 'zod'

/** Options by the list's name. */
export const CodeLists = z.record(z.string(), z.array(z.string()).min(1))
export type CodeLists = z.infer<typeof CodeLists>

/** An item as its file says it, `"list": "name"` replaced by the options of that list; a list nobody knows is left for the schema
 *  to refuse. */
export function withLists(json: unknown, lists: CodeLists): unknown {
  if (Array.isArray(json)) return json.map((each) => withLists(each, lists))
  if (typeof json !== 'object' || json === null) return json
  const entries = Object.entries(json).map(([key, value]): [string, unknown] => {
    const options = key === 'list' && typeof value === 'string' ? lists[value] : undefined
    return options === undefined ? [key, withLists(value, lists)] : ['options', options]
  })
  return Object.fromEntries(entries)
}
