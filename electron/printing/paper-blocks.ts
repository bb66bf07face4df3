/** The blocks of a paper as HTML, in the paper's own order. */
import type { Block } from '../../shared/paper/paper.ts'
import { html, type Markup, nothing, words } from './markup.ts'

type Is<Kind extends Block['is']> = Extract<Block, { is: Kind }>

/**
 * All blocks; big sentences that follow each other share a frame, signatures and seal stand together and never alone.
 * Facts that say nothing but what is in `said` are left out.
 */
export function blocksHtml(blocks: readonly Block[], said: ReadonlySet<string> = new Set()): Markup[] {
  return runsOf(blocks.map((block) => unsaid(block, said))).map((run) => {
    const [first] = run
    if (first?.is === 'big') return html`<section class="bigs">${run.map((block) => big(block as Is<'big'>))}</section>`
    if (first?.is === 'sign' || first?.is === 'seal') return closing(run as (Is<'sign'> | Is<'seal'>)[])
    return html`${run.map(alone)}`
  })
}

function unsaid(block: Block, said: ReadonlySet<string>): Block {
  return block.is === 'facts' ? { ...block, rows: block.rows.filter(([, value]) => !said.has(value)) } : block
}

/** Neighbours that belong into one frame. */
function runsOf(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = []
  for (const block of blocks) {
    const run = runs.at(-1)
    if (run?.[0] && frameOf(run[0]) === frameOf(block) && frameOf(block) !== 'none') run.push(block)
    else runs.push([block])
  }
  return runs
}

function frameOf(block: Block): 'bigs' | 'closing' | 'none' {
  if (block.is === 'big') return 'bigs'
  return block.is === 'sign' || block.is === 'seal' ? 'closing' : 'none'
}

function alone(block: Block): Markup {
  switch (block.is) {
    case 'text':
      return html`<p class="${isSalutation(block.text) ? 'text' : 'text indented'}">${words(block.text)}</p>`
    case 'small':
      return html`<p class="small">${words(block.text)}</p>`
    case 'facts':
      return facts(block)
    case 'list':
      return list(block)
    case 'table':
      return table(block)
    default:
      return nothing
  }
}

/** 张某某： stands at the margin, what follows is indented. */
function isSalutation(text: string): boolean {
  return text.length < 80 && /[:：]$/.test(text)
}

function big({ label, text }: Is<'big'>): Markup {
  return html`<div class="big">${label === '' ? nothing : html`<p>${label}</p>`}<b>${words(text)}</b></div>`
}

function facts({ rows }: Is<'facts'>): Markup {
  if (rows.length === 0) return nothing
  const lines = rows.map(([name, value]) => html`<tr><th>${name}</th><td>${words(value)}</td></tr>`)
  return html`<table class="${rows.length <= 8 ? 'facts short' : 'facts'}"><tbody>${lines}</tbody></table>`
}

// A table of one column, because only a table's head is repeated on the next page.
function list({ title, rows }: Is<'list'>): Markup {
  if (rows.length === 0) return nothing
  const lines = rows.map((row, index) => html`<tr><td>${index + 1}.</td><td>${words(row)}</td></tr>`)
  return html`<table class="list">${headed(title, 2)}<tbody>${lines}</tbody></table>`
}

function table({ title, head, rows }: Is<'table'>): Markup {
  if (rows.length === 0) return nothing
  const columns = Math.max(head.length, ...rows.map((row) => row.length))
  const cells = (row: readonly string[]) => Array.from({ length: columns }, (_, at) => cell(row[at] ?? ''))
  const names = Array.from({ length: columns }, (_, at) => columnName(head[at] ?? ''))
  return html`<table class="table">${headed(title, columns, html`<tr class="head">${names}</tr>`)}<tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table>`
}

/** A short number stays on one line, however narrow its column would like to be. */
function cell(text: string): Markup {
  return /^\d{4,6}$/.test(text) ? html`<td class="short">${text}</td>` : html`<td>${words(text)}</td>`
}

/** A short name stays on one line, so that 份数 does not become two rows because its column holds single digits. */
function columnName(name: string): Markup {
  return html`<th class="${name.length <= 5 ? 'short' : ''}">${name}</th>`
}

function headed(title: string, columns: number, names = nothing): Markup {
  const line = title === '' ? nothing : html`<tr class="title"><th colspan="${columns}">${title}</th></tr>`
  return html`<thead>${line}${names}</thead>`
}

function closing(run: readonly (Is<'sign'> | Is<'seal'>)[]): Markup {
  const rows = run.flatMap((block) => (block.is === 'sign' ? block.rows : []))
  const seals = run.flatMap((block) => (block.is === 'seal' ? [block] : []))
  const signs = html`<div class="signs">${rows.map((row) => html`<div class="sign"><span>${row}</span><i></i></div>`)}</div>`
  return html`<section class="closing">${rows.length === 0 ? nothing : signs}${seals.map(sealPlace)}</section>`
}

/** Nothing is drawn where the seal goes: a drawn frame would show through a stamped one. */
function sealPlace({ authority, day }: Is<'seal'>): Markup {
  return html`<div class="seal"><div></div><p>${authority}</p><p>${day}</p></div>`
}
