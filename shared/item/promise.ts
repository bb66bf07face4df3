/** What the applicant is told once an item is granted: the item's sentence with the hall's settings put in. */
import type { FormValues } from './field.ts'
import type { Item } from './item.ts'

/** `{name}` is a setting; `{name:field}` is the setting `name.<what was chosen in the field>`. */
const PLACE = /\{([^{}:]+)(?::([^{}]+))?\}/g

/** The sentence for this form. A setting the hall has not set leaves its sentence out: better silent than wrong. */
export function promiseOf(item: Item, settings: Readonly<Record<string, string>>, values: FormValues): string {
  const sentences = item.result.promise.match(/[^。]+。?/g) ?? []
  const told = sentences.flatMap((sentence) => {
    let whole = true
    const text = sentence.replace(PLACE, (_, name: string, field: string | undefined) => {
      const setting = settings[field === undefined ? name : `${name}.${String(values[field] ?? '')}`]
      if (setting === undefined) whole = false
      return setting ?? ''
    })
    return whole ? [text] : []
  })
  return told.join('').trim() || item.result.name
}

/** The settings the sentence may ask for, and the fields it names that offer no choice. */
export function promiseSettings(item: Item): { asked: string[]; strange: string[] } {
  const asked: string[] = []
  const strange: string[] = []
  for (const [, name = '', field] of item.result.promise.matchAll(PLACE)) {
    const options = field === undefined ? undefined : item.fields.find((each) => each.key === field)?.options
    if (field === undefined) asked.push(name)
    else if (options === undefined) strange.push(field)
    else asked.push(...options.map((option) => `${name}.${option}`))
  }
  return { asked, strange }
}
