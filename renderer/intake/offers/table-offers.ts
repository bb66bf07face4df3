/** Who stands in a table by a number: offered for the empty cells of their row; a household whole. */
import { maskName } from '../../../shared/identity/mask.ts'
import { isFilled } from '../../../shared/item/facts.ts'
import type { Field } from '../../../shared/item/field.ts'
import { isHousehold, meaningOf, personColumns, relationIn, rowsIn, SELF, saidOf } from '../../../shared/item/named.ts'
import { isEmptyRow, type Row } from '../../ui/fields/table-rows.ts'
import { fits } from './asked-alike.ts'
import { cases, type Form, type Offer, type Place, type Source } from './offer.ts'

/** The person of a row of a table. */
export function rowOffer(
  { item, values }: Form,
  place: Place & { is: 'row' },
  number: string,
  sources: readonly Source[],
): Offer | undefined {
  const field = item.fields.find(({ key }) => key === place.key)!
  const rows = rowsIn(values, place.key)
  const row = rows[place.row]!
  const from = new Set<Source>()
  const cells: Row = {}
  for (const source of sources) {
    const says = cellsOf(field, number, source, String(values[item.applicant.idNo] ?? ''))
    for (const [key, cell] of Object.entries(says)) {
      if (isFilled(row[key]) || isFilled(cells[key])) continue
      cells[key] = cell
      from.add(source)
    }
  }
  if (from.size === 0) return undefined
  const name = personColumns(field)!.name.key
  const labels = (field.columns ?? []).filter(({ key }) => key in cells).map(({ label }) => label)
  const patch = { [place.key]: rows.map((each, at) => (at === place.row ? { ...each, ...cells } : each)) }
  const who = maskName(String(row[name] ?? cells[name] ?? ''))
  return { place, patch, labels, members: 0, who, from: cases([...from]) }
}

/** What a case says for the cells of somebody's row. */
function cellsOf(field: Field, number: string, source: Source, applicant: string): Row {
  const said = saidOf(number, source.item, source.form)
  const relation = personColumns(field)?.relation
  const is = number === applicant ? SELF : relationIn(source.item, source.form, number, applicant)
  const cells = (field.columns ?? []).map((column) => {
    const meaning = meaningOf(field, column)
    const value = column === relation ? is : meaning === undefined ? null : (said.get(meaning) ?? null)
    return [column.key, isFilled(value) && fits(column, value) ? value : null] as const
  })
  return Object.fromEntries(cells.filter(([, value]) => value !== null)) as Row
}

/** Those who live together by the newest case that knows somebody who is not in the table yet. */
export function householdOffer(
  { item, values }: Form,
  field: Field,
  theirs: readonly string[],
  sources: readonly Source[],
): Offer | undefined {
  const { idNo, name } = personColumns(field)!
  const applicant = String(values[item.applicant.idNo] ?? '')
  const rows = rowsIn(values, field.key).filter((row) => !isEmptyRow(row))
  const here = new Set(rows.map((row) => row[idNo.key]))
  for (const source of sources) {
    const together = livingTogether(source)
    // Who came as an agent for another household does not live in it.
    if (!together.some((number) => theirs.includes(number))) continue
    const more = together
      .filter((number) => !here.has(number))
      .map((number): Row => ({ ...cellsOf(field, number, source, applicant), [idNo.key]: number }))
      .slice(0, (field.rows?.most ?? 200) - rows.length)
    if (more.length === 0) continue
    // 申请人本人 stands in the first row.
    const own = more.filter((row) => row[idNo.key] === applicant)
    const all = [...own, ...rows, ...more.filter((row) => row[idNo.key] !== applicant)]
    const names = more.map((row) => maskName(String(row[name.key] ?? '')))
    return {
      place: { is: 'household', key: field.key },
      patch: { [field.key]: all },
      labels: names,
      members: names.length,
      who: '',
      from: [source],
    }
  }
  return undefined
}

/** The numbers of those who live together by a case: who applied first. */
function livingTogether({ item, form }: Source): string[] {
  const rows = item.fields.filter(isHousehold).flatMap((field) => {
    const key = personColumns(field)!.idNo.key
    return rowsIn(form, field.key).map((row) => row[key])
  })
  if (rows.length === 0) return []
  const all = [form[item.applicant.idNo], ...rows]
  return [...new Set(all.filter((number): number is string => typeof number === 'string' && number !== ''))]
}
