import { describe, expect, test } from 'vitest'
import { catalogue, hall } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { html } from './html.ts'
import { itemPage } from './item-page.ts'
import { indexPage } from './pages.ts'

const { items } = catalogue
const escaped = (text: string) => html`${text}`.text

describe('R-CATALOGUE-22: every item is a page that people can read', () => {
  test.each(items.map((item) => [item.code, item] as const))(
    '%s: who, what, how, how long, on which law, what is unsure',
    (_, item) => {
      const page = itemPage(item, items, hall)
      const said = [
        item.name,
        ...item.aliases,
        ...item.eligibility.map((each) => each.words),
        ...item.materials.flatMap((each) => [each.name, each.whenWords ?? '']),
        ...item.sections.map((each) => each.title),
        ...item.fields.map((each) => each.label),
        ...item.steps.map((each) => each.name),
        ...item.suspensions.flatMap((each) => [each.name, each.basis]),
        ...item.legalBasis.flatMap(({ name, article }) => [name, article ?? '']),
        ...(item.recurrence ?? []).map((each) => each.name),
        ...item.toConfirm,
      ]
      expect(said.filter((text) => !page.includes(escaped(text)))).toEqual([])
      expect(page).not.toMatch(/undefined|null|NaN|\[object|“[a-z][A-Za-z]*”/)
    },
  )

  test('one page lists them all, and everything to be confirmed', () => {
    const page = indexPage(items)
    for (const item of items) expect(page).toContain(`href="${item.code}.html"`)
    expect(items.flatMap((item) => item.toConfirm).filter((text) => !page.includes(escaped(text)))).toEqual([])
  })

  test('what an item says is text and never part of the page', () => {
    const item = make.item({ name: '<script>alert("纸鸢")</script>' })
    expect(itemPage(item, [item], undefined)).not.toContain('<script>')
    expect(indexPage([item])).toContain('&#60;script&#62;')
  })
})
