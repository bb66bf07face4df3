/** Which papers say something else once an item has changed: those that its kind hands over and that speak of the part. */
import type { PaperKey } from '../case/workflow.ts'
import type { Item } from '../item/item.ts'
import type { ItemPart } from '../item/item-changes.ts'
import { kindsOfPaper } from './paper-book.ts'
import type { Places } from './place-names.ts'
import type { PaperBook } from './template.ts'

type Place = keyof Places['text'] | keyof Places['lists'] | keyof Places['tables']

/** Where a part of the item stands on papers; a part that is named nowhere stands on none. */
const placesOf: { [P in ItemPart]?: readonly Place[] } = {
  name: ['item'],
  legalBasis: ['legalBasis'],
  feeFen: ['fee'],
  result: ['act', 'resultName', 'certificateDue', 'promise', 'certificate', 'validUntil', 'result'],
  settings: ['promise'],
  followUp: ['followUp'],
  limits: ['due', 'dueNote', 'promisedLimit', 'statutoryLimit', 'promisedFrom', 'statutoryFrom', 'formerDue'],
  clock: ['due', 'dueNote', 'promisedFrom', 'statutoryFrom', 'countedFrom', 'formerDue'],
  coolingOff: ['due', 'dueNote'],
  delivery: ['deliverBy', 'deliverNote'],
  suspensions: ['suspension', 'suspensionBasis'],
  extension: ['extraDays'],
  lapse: ['basis'],
  materials: ['materials', 'handedIn', 'lacks', 'owed', 'stillOwed', 'stillMissing', 'committedMaterials', 'returned'],
  fields: ['subjects', 'changes', 'paidByCard'],
  applicant: [
    'applicant',
    'applicantMasked',
    'applicantIs',
    'applicantId',
    'idIs',
    'applicantPhone',
    'contact',
    'signer',
  ],
  applicantKind: ['applicantIs', 'idIs', 'signer', 'bring'],
  agent: ['agent'],
}

/** Whose change turns every paper of the item into another. */
const everything: readonly ItemPart[] = ['code', 'kind', 'kindName', 'processing']

export function papersTouched(item: Item, parts: readonly ItemPart[], book: PaperBook): PaperKey[] {
  const all = parts.some((part) => everything.includes(part))
  const places = new Set<string>(parts.flatMap((part) => placesOf[part] ?? []))
  if (parts.includes('steps') && item.steps.some(({ notice }) => notice !== undefined)) places.add('noticeBasis')
  return book.templates
    .filter(({ key }) => kindsOfPaper(key).includes(item.kind))
    .filter((template) => all || spokenOf(template.blocks).some((place) => places.has(place)))
    .map(({ key }) => key as PaperKey)
}

/** The places that blocks leave open, or look at. */
function spokenOf(blocks: PaperBook['templates'][number]['blocks']): string[] {
  const text = JSON.stringify(blocks)
  const open = [...text.matchAll(/\{([A-Za-z]+)\}/g), ...text.matchAll(/"(?:rows|if|unless)":"([A-Za-z]+)"/g)]
  return open.map((match) => match[1]!)
}
