/** 一次性告知, 补充告知, 补正收件, 容缺补齐. */
import { usualCheckBy } from '../../../shared/case/check-by.ts'
import type { ReceivedMaterial } from '../../../shared/case/events/parts.ts'
import { isHandedIn, missingMaterials } from '../../../shared/case/materials.ts'
import type { Material } from '../../../shared/item/item.ts'
import { actWords, commitmentWords } from '../../words/acts.ts'
import { lackWords } from '../../words/intake.ts'
import type { Around } from '../around.ts'
import { owed } from '../owed.ts'
import { type Act, type ActField, textOrNull, type Values } from './act.ts'
import { basisOf, materialChoices, needed, reasonField, text, today } from './pieces.ts'
import { openAnswers, openFields } from './questions.ts'

type LackTyped = { about: string | null; name: string; lacks: string; todo: string; basis: string }

function basis(around: Around): string {
  return around.item.kind === 'permit' ? lackWords.permitBasis : basisOf(around).slice(0, 300)
}

function lackOf(material: Material, around: Around): LackTyped {
  return {
    about: material.key,
    name: material.name,
    lacks: lackWords.lacks(material.form, material.count, false),
    todo: lackWords.todo(material, material.count, around.brokenPromise !== undefined),
    basis: basis(around),
  }
}

function missing({ item, kase }: Around): Material[] {
  return missingMaterials(item, kase.form, kase.materials, kase.committed)
}

/** What is lacking now; where all is there, a line to say what is wrong with it. */
function startLacks(around: Around): LackTyped[] {
  const lacking = missing(around).map((material) => lackOf(material, around))
  return lacking.length > 0 ? lacking : [{ about: null, name: '', lacks: '', todo: '', basis: basis(around) }]
}

const signing: ActField[] = [
  {
    kind: 'choice',
    name: 'signing.how',
    label: actWords.signing,
    required: true,
    choices: [
      { value: 'signed', label: actWords.signed },
      { value: 'refused', label: actWords.refusedToSign },
    ],
  },
  {
    kind: 'text',
    name: 'signing.witness',
    label: actWords.witness,
    required: true,
    maxLength: 200,
    when: (values) => (values.signing as Values | undefined)?.how === 'refused',
  },
]

function signingOf(values: Values): unknown {
  const how = (values.signing as Values | undefined)?.how
  return how === 'refused' ? { how, witness: text(values, 'signing.witness') } : { how: 'signed' }
}

/** New lines say what they rest on too. */
function lacksOf(values: Values, around: Around): unknown {
  const typed = (values.lacks ?? []) as Partial<LackTyped>[]
  return typed.map((lack) => ({ about: null, basis: basis(around), ...lack }))
}

export const correctionRequested: Act = {
  event: 'correctionRequested',
  about: () => actWords.correctionAbout,
  fields: () => [{ kind: 'lacks', name: 'lacks', label: actWords.lacks, required: true }, ...signing],
  start: (around) => ({ lacks: startLacks(around), signing: { how: 'signed', witness: '' } }),
  data: (values, around) => ({ lacks: lacksOf(values, around), signing: signingOf(values) }),
  probe: (around) => ({
    lacks: around.kase.corrections[0]?.lacks ?? [{ about: null, name: '—', lacks: '—', todo: '—', basis: '' }],
    signing: { how: 'signed' },
  }),
}

export const correctionAmended: Act = {
  event: 'correctionAmended',
  about: () => actWords.amendedAbout,
  fields: () => [
    { kind: 'lacks', name: 'lacks', label: actWords.lacks, required: true },
    reasonField(actWords.amendedReason),
    ...signing,
  ],
  start: (around) => ({ lacks: startLacks(around), reason: '', signing: { how: 'signed', witness: '' } }),
  data: (values, around) => ({ lacks: lacksOf(values, around), reason: values.reason, signing: signingOf(values) }),
  probe: () => ({
    lacks: [{ about: null, name: '—', lacks: '—', todo: '—', basis: '' }],
    reason: '—',
    signing: { how: 'signed' },
  }),
}

/** Rows of the checklist that were touched. */
function handedIn(values: Values): ReceivedMaterial[] {
  const rows = (values.materials ?? {}) as Record<string, ReceivedMaterial>
  return Object.values(rows).filter((row) => row.got !== 'none')
}

function startRows(materials: readonly Material[]): Record<string, ReceivedMaterial> {
  return Object.fromEntries(
    materials.map(({ key, count }) => [key, { key, got: 'none', count, lateUntil: null, note: null }]),
  )
}

/** What was asked for, and what is lacking besides. */
function asked(around: Around): Material[] {
  const told = new Set(around.kase.corrections.flatMap(({ lacks }) => lacks.map(({ about }) => about)))
  return needed(around).filter((each) => told.has(each.key) || !isHandedIn(each, around.kase.materials))
}

/** What was brought anew in the place of a faulty paper is ticked too; the law itself says which papers lack altogether. */
function supplied(values: Values, around: Around): ReceivedMaterial[] | undefined {
  const rows = handedIn(values)
  const untouched = values.complete === true && rows.length === 0
  return untouched && asked(around).length > 0 && missing(around).length === 0 ? undefined : rows
}

/** 补齐 and 受理 in one act. */
const acceptsToo = (values: Values) => values.complete === true && values.accept === true

export const supplemented: Act = {
  event: 'supplemented',
  about: () => actWords.supplementedAbout,
  fields: (around) => [
    { kind: 'materials', name: 'materials', label: actWords.handedIn, materials: asked(around) },
    { kind: 'tick', name: 'complete', label: actWords.complete, text: actWords.completeText },
    ...(around.kase.kind === 'filing'
      ? []
      : [
          {
            kind: 'tick',
            name: 'accept',
            label: '',
            text: actWords.acceptNow,
            when: (values: Values) => values.complete === true,
          } as const,
          ...openFields(around).map((field) => ({ ...field, when: acceptsToo })),
        ]),
  ],
  start: (around) => ({ materials: startRows(asked(around)), complete: true, accept: true, answers: {} }),
  data: (values, around) => ({
    materials: supplied(values, around),
    changes: {},
    complete: values.complete === true,
  }),
  also: (values, around) =>
    acceptsToo(values) && around.kase.kind !== 'filing'
      ? [{ type: 'accepted', data: { editions: null, ...openAnswers(values, around), remark: null } }]
      : [],
  probe: () => ({ materials: [], changes: {}, complete: false }),
}

export const lateMaterialReceived: Act = {
  event: 'lateMaterialReceived',
  fields: (around) => [
    { kind: 'materials', name: 'materials', label: actWords.handedIn, materials: owed(around), required: true },
  ],
  start: (around) => ({ materials: startRows(owed(around)) }),
  data: (values) => ({ materials: handedIn(values) }),
  probe: (around) => ({ materials: Object.values(startRows(owed(around))) }),
}

function promisable(around: Around): Material[] {
  return missing(around).filter(({ committable }) => committable)
}

export const committed: Act = {
  event: 'committed',
  about: () => actWords.committedAbout,
  fields: (around) => [
    {
      kind: 'ticks',
      name: 'materials',
      label: actWords.committedMaterials,
      required: true,
      choices: materialChoices(promisable(around)),
    },
    reasonField(actWords.promise, 'promise', [commitmentWords(promisable(around).map(({ name }) => name))]),
    { kind: 'day', name: 'checkBy', label: actWords.checkBy, half: true },
  ],
  // One only is what the dialog was opened for.
  start: (around) => ({
    materials: promisable(around).length === 1 ? promisable(around).map(({ key }) => key) : [],
    promise: '',
    checkBy: usualCheckBy(around.item, around.books.calendar, today(around), around.books.hall.settings),
  }),
  data: (values) => ({ materials: values.materials, promise: values.promise, checkBy: textOrNull(values.checkBy) }),
  probe: (around) => ({ materials: promisable(around).map(({ key }) => key), promise: '—', checkBy: null }),
}
