import { describe, expect, test } from 'vitest'
import { catalogueFolder, paperBook } from '../../tests/make/catalogue.ts'
import { paperKeys } from '../case/workflow.ts'
import { dayPaperKeys } from './paper.ts'
import { kindsOfPaper, type PaperBookError, readPaperBook } from './paper-book.ts'

type Draft = { key: string; size: string; title: Record<string, string>; blocks: Record<string, unknown>[] }

/** What reading the edition says after its receipt was spoilt. */
function faults(spoil: (receipt: Draft, all: Draft[]) => void, edition = '2026.11'): readonly string[] {
  const json = structuredClone(catalogueFolder('papers/2026.11')) as Draft[]
  spoil(json.find((template) => template.key === 'receipt')!, json)
  try {
    readPaperBook(edition, json)
    return []
  } catch (error) {
    return (error as PaperBookError).problems
  }
}

describe('R-PAPER-11: an edition of templates is whole, or is refused with every fault named', () => {
  test('as published it is whole', () => {
    expect(faults(() => {})).toEqual([])
    expect(paperBook.templates).toHaveLength(paperKeys.length + dayPaperKeys.length)
  })

  test('a place that nothing stands in', () => {
    expect(faults((receipt) => receipt.blocks.push({ is: 'text', text: '{weather}' }))[0]).toContain('receipt blocks.')
    expect(faults((receipt) => receipt.blocks.push({ is: 'text', text: '好', if: 'weather' }))[0]).toContain('weather')
    expect(faults((receipt) => receipt.blocks.push({ is: 'list', title: '', rows: 'materials' }))[0]).toContain(
      '这个清单',
    )
    expect(faults((receipt) => receipt.blocks.push({ is: 'table', title: '', head: [], rows: 'owed' }))[0]).toContain(
      '这个表格',
    )
    expect(faults((receipt) => receipt.blocks.push({ is: 'facts', rows: [['{weather}', '']] }))[0]).toContain(
      '{weather}',
    )
    expect(faults((receipt) => receipt.blocks.push({ is: 'sign', rows: ['{}'] }))[0]).toContain('{}')
    expect(
      faults((receipt) => {
        receipt.title = { default: '{weather}回执' }
      })[0],
    ).toContain('title')
  })

  test('a paper missing, twice, or without a title for a kind that is handed it', () => {
    expect(
      faults((_, all) => {
        all.shift()
      }),
    ).toHaveLength(1)
    expect(
      faults((receipt, all) => {
        all.push(receipt)
      }),
    ).toEqual(['receipt：这种文书有两个模板'])
    expect(
      faults((receipt) => {
        receipt.title = { permit: '收件回执' }
      }),
    ).toHaveLength(4)
  })

  test('a block that no kind sees, a template that is none, an edition that is none', () => {
    expect(
      faults((_, all) =>
        all.find((each) => each.key === 'redirectSlip')!.blocks.push({ is: 'text', text: '好', kinds: ['permit'] }),
      )[0],
    ).toContain('没有哪一类事项')
    expect(
      faults((receipt) => {
        receipt.size = 'a5'
      }),
    ).toEqual([expect.stringContaining('receipt size'), 'receipt：没有这种文书的模板'])
    expect(faults(() => {}, 'winter')[0]).toContain('winter')
  })
})

test('which kinds a paper is for follows from the table', () => {
  expect(kindsOfPaper('receipt')).toEqual(['permit', 'filing', 'benefit', 'confirmation', 'service'])
  expect(kindsOfPaper('hearingNotice')).toEqual(['permit'])
  expect(kindsOfPaper('filingReceipt')).toEqual(['filing'])
})
