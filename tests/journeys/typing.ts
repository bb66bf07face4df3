/** Fills any item's form the way a practised clerk does: by keyboard, field after field, wherever the cursor stands. */
import { setTimeout as rest } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { pinyin } from 'pinyin-pro'
import type { Field, FormValue, FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'

/** What was pressed: keys that carry text, and keys that move, choose or act. */
export type Pressed = { text: number; moves: number; fields: number }

type Here = { field: string; id: string; kind: string; value: string; open: boolean; checked: number }

/** Where the cursor stands, as the page itself says it. */
function here(page: Page): Promise<Here | null> {
  return page.evaluate(() => {
    const box = document.activeElement
    const part = box?.closest<HTMLElement>('[data-field]')
    if (!(box instanceof HTMLElement) || part === undefined || part === null) return null
    const radios = [...part.querySelectorAll<HTMLInputElement>('input[type=radio]')]
    return {
      field: part.dataset.field ?? '',
      id: box.id,
      kind: box.getAttribute('role') ?? (box instanceof HTMLInputElement ? box.type : box.tagName.toLowerCase()),
      value: (box as HTMLInputElement).value ?? '',
      open: box.getAttribute('aria-expanded') === 'true',
      checked: radios.findIndex((radio) => radio.checked),
    }
  })
}

export class Typist {
  readonly pressed: Pressed = { text: 0, moves: 0, fields: 0 }
  readonly #page: Page

  /** `restMs`: each character is a key of its own, and the next comes so much later, as fingers press them; without it a text comes
   *  at once, and no key waits for another. */
  constructor(
    page: Page,
    readonly restMs: number | null = null,
  ) {
    this.#page = page
  }

  /** Text where the cursor stands. */
  async type(text: string): Promise<void> {
    this.pressed.text += keysOf(text)
    if (this.restMs === null) await this.#page.keyboard.insertText(text)
    else await this.#page.keyboard.type(text, { delay: this.restMs })
  }

  async press(key: string): Promise<void> {
    this.pressed.moves += 1
    await this.#page.keyboard.press(key)
    if (this.restMs !== null) await rest(this.restMs)
  }

  /** From the first field to the last question, and the number of what is issued on the spot; answers every question with yes. The cursor stands behind them afterwards. */
  async fill(item: Item, values: FormValues): Promise<void> {
    for (;;) {
      const at = await here(this.#page)
      if (at === null) return
      const key = at.field.replace(/^field-/, '')
      const field = item.fields.find((each) => each.key === key)
      if (field !== undefined) await this.#answer(field, values[key] ?? null, at)
      else if (at.field.startsWith('question')) await this.#choose(0, at)
      else if (at.field === 'certificate-number') await this.#write(item.result.numbered?.example ?? '', at)
      else return
      if (!(await this.#goOn())) return
    }
  }

  /** Enter, until the cursor has gone on: a list that was open closes first. False in the last box. */
  async #goOn(): Promise<boolean> {
    const from = await this.#page.evaluateHandle(() => document.activeElement)
    await this.press('Enter')
    return this.#page
      .waitForFunction((box) => document.activeElement !== box, from, { timeout: 3000 })
      .then(() => true)
      .catch(() => false)
  }

  async #answer(field: Field, value: FormValue, at: Here): Promise<void> {
    this.pressed.fields += 1
    if (field.type === 'table') return this.#cell(field, value, at)
    if (field.type === 'yesNo') return this.#choose(value === true ? 0 : 1, at)
    const options = field.options ?? []
    if (field.type === 'several') {
      for (const option of Array.isArray(value) ? (value as string[]) : []) await this.#digit(options.indexOf(option))
      return
    }
    if (field.type === 'choice') return this.#pick(options, value, at)
    await this.#write(typed(field.type, value), at)
  }

  async #cell(field: Field, value: FormValue, at: Here): Promise<void> {
    const [, row, key] = new RegExp(`^field-${field.key}-(\\d+)-(.+)$`).exec(at.id) ?? []
    const column = field.columns?.find((each) => each.key === key)
    const rows = Array.isArray(value) ? (value as Record<string, FormValue>[]) : []
    if (column === undefined) return
    const cell = rows[Number(row)]?.[column.key] ?? null
    if (column.type === 'choice') return this.#pick(column.options ?? [], cell, at)
    await this.#write(typed(column.type, cell), at)
  }

  async #pick(options: readonly string[], value: FormValue, at: Here): Promise<void> {
    const index = options.indexOf(String(value))
    if (at.kind !== 'combobox') return index === -1 ? undefined : this.#choose(index, at)
    if (index === -1 || at.value === value) return
    await this.#write(options[index]!, { ...at, value: '' })
    await this.#page
      .getByRole('option', { name: options[index]!, exact: true })
      .and(this.#page.locator('.choice-option-active'))
      .waitFor()
  }

  async #choose(index: number, at: Here): Promise<void> {
    if (at.checked !== index) await this.#digit(index)
  }

  async #digit(index: number): Promise<void> {
    this.pressed.text += 1
    await this.#page.keyboard.press(String(index + 1))
    if (this.restMs !== null) await rest(this.restMs)
  }

  async #write(text: string, at: Here): Promise<void> {
    if (at.value.replaceAll(/[\s,]/g, '') === text.replaceAll(/[\s,]/g, '')) return
    await this.type(text)
  }
}

/** An input method (拼音, 五笔) at work in the box that has the cursor, as the browser itself sees one: `compose` types what is not
 *  chosen yet, `choose` what was chosen for it. */
export async function inputMethod(
  page: Page,
): Promise<{ compose(text: string): Promise<void>; choose(text: string): Promise<void> }> {
  const browser = await page.context().newCDPSession(page)
  return {
    compose: async (text) => {
      await browser.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    },
    choose: async (text) => {
      await browser.send('Input.insertText', { text })
    },
  }
}

/** Digits, the dot and Enter of the number pad, as a keyboard with its light on sends them. */
export async function numberPad(page: Page): Promise<(...typed: string[]) => Promise<void>> {
  const browser = await page.context().newCDPSession(page)
  const press = async (sign: string) => {
    const [name, virtual, text] =
      sign === 'Enter' ? ['Enter', 13, '\r'] : sign === '.' ? ['Decimal', 110, '.'] : [sign, 96 + Number(sign), sign]
    const key = { key: sign, code: `Numpad${name}`, windowsVirtualKeyCode: virtual, location: 3, isKeypad: true }
    await browser.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key })
    await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
  return async (...typed) => {
    for (const text of typed) for (const sign of text === 'Enter' ? [text] : text) await press(sign)
  }
}

/** How many keys a text takes: a Chinese character its pinyin and one key to choose it. */
function keysOf(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum + (/\p{Script=Han}/u.test(character) ? pinyin(character, { toneType: 'none' }).length + 1 : 1),
    0,
  )
}

/** What fingers type for a value: yuan with its fen, days as eight digits. */
function typed(type: string, value: FormValue): string {
  if (value === null) return ''
  if (type === 'money' && typeof value === 'number') return (value / 100).toFixed(2)
  if (type === 'date') return String(value).replaceAll('-', '')
  return String(value)
}
