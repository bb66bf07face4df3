/** What pages look up in the published editions. */
import type { Day } from '../../shared/calendar/day.ts'
import type { Published } from '../../shared/contract/views.ts'
import { type Taken, takenOn } from '../../shared/item/in-force.ts'
import { findItem, type ItemCode } from '../../shared/item/item.ts'
import type { PublishedBooks } from './session.tsx'

export function makeBooks(published: Published): PublishedBooks {
  const byEdition = new Map(published.catalogues.map((catalogue) => [catalogue.edition, catalogue]))
  const current = byEdition.get(published.current.catalogue)
  const names = new Map<string, string>(published.people.map((person) => [person.id, person.name]))
  const offices = new Map<string, string>(published.hall.offices.map((office) => [office.key, office.name]))
  const itemOf = (code: ItemCode, edition = published.current.catalogue) => {
    const catalogue = byEdition.get(edition)
    return catalogue === undefined ? undefined : findItem(catalogue, code)
  }
  const onDays = new Map<Day, readonly Taken[]>()
  const taken = (day: Day) => {
    const known = onDays.get(day) ?? takenOn(published.catalogues, published.current.catalogue, day)
    onDays.set(day, known)
    return known
  }
  const book = published.papers.find(({ edition }) => edition === published.current.papers)
  return {
    published,
    hall: published.hall,
    calendar: published.calendar,
    editions: published.current,
    items: current?.items ?? [],
    takenOn: taken,
    taken: (code, day) => {
      const item = itemOf(code)
      return (
        taken(day).find((each) => each.item.code === code) ??
        (item === undefined ? undefined : { item, edition: published.current.catalogue })
      )
    },
    itemOf,
    itemName: (code) => {
      const known = [published.current.catalogue, ...[...byEdition.keys()].toSorted().toReversed()]
      return known.flatMap((edition) => itemOf(code, edition) ?? [])[0]?.name ?? code
    },
    nameOf: (person) => names.get(person) ?? person,
    hasTemplate: (key) => book?.templates.some((each) => each.key === key) === true,
    officeName: (office) => offices.get(office) ?? office,
  }
}
