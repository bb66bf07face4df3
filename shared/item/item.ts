/** An item (事项): what can be applied for. Versioned data; nothing in the program knows an item by its code. */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { OfficeKey } from '../case/ids.ts'
import { Role } from '../people/role.ts'
import { CodeLists } from './code-lists.ts'
import { Condition } from './condition.ts'
import { Field } from './field.ts'

/** permit 行政许可 · filing 备案 · benefit 行政给付 · confirmation 行政确认 · service 公共服务: which acts exist and which law runs the clock goes by it. */
export const kinds = ['permit', 'filing', 'benefit', 'confirmation', 'service'] as const
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

/** promised 承诺件 · onTheSpot 即办件 */
export const Processing = z.enum(['promised', 'onTheSpot'])
export type Processing = z.infer<typeof Processing>

export const ItemCode = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z]{2,4}$/)
  .brand<'ItemCode'>()
export type ItemCode = z.infer<typeof ItemCode>

export const Certainty = z.enum(['high', 'medium', 'low'])

/** Where a step or a decision is taken, and by whom; an office without a sign-in here is recorded by `recordedBy`. */
export const Seat = z.strictObject({
  office: OfficeKey,
  role: Role,
  persons: z.union([z.literal(1), z.literal(2)]),
  qualification: z.string().optional(),
  /** A qualification of the person's own, by its name (婚姻登记员): who lacks it is refused. */
  mustHold: z.string().min(1).max(40).optional(),
  recordedBy: z.strictObject({ office: OfficeKey, role: Role }).optional(),
})
export type Seat = z.infer<typeof Seat>

/** A time limit always names its unit: 行政许可法第82条 counts working days, most other laws calendar days. */
export const Limit = z
  .strictObject({
    count: z.int().min(0),
    /** hours run through nights and holidays; onTheSpot (当场) has the count 0, and nothing else has. */
    unit: z.enum(['workingDays', 'calendarDays', 'hours', 'onTheSpot']),
    basis: z.string().min(1),
    certainty: Certainty,
  })
  .refine(
    ({ count, unit }) => (count === 0) === (unit === 'onTheSpot'),
    '当场的单位写 onTheSpot、数写0，其他期限要大于0',
  )
export type Limit = z.infer<typeof Limit>

export const Suspension = z.strictObject({
  key: z.string(),
  name: z.string(),
  /** Before acceptance no clock runs, so nothing can stop it. */
  phase: z.enum(['beforeAcceptance', 'afterAcceptance']),
  stopsClock: z.boolean(),
  /** Without its paper no clock stops (行政许可法第45条). */
  paper: z.string().nullable(),
  max: Limit.nullable(),
  /** Absent: in every case; the fields of the form it turns on, like a step's. */
  when: Condition.optional(),
  /** What the condition means, in words. */
  whenWords: z.string().optional(),
  basis: z.string().min(1),
  certainty: Certainty,
})

export type Suspension = z.infer<typeof Suspension>

/** 公告 of its own title, days and words, where a law asks for more than 公示 of what is about to be granted: it says nothing of who
 *  applies (《中国公民收养子女登记办法》第八条). */
export const PublicNotice = z.strictObject({
  title: z.string().min(2),
  /** The least it hangs out. */
  term: Limit,
  /** Usual words, with `{field}` for what the form says. */
  text: z.string().min(1),
})
export type PublicNotice = z.infer<typeof PublicNotice>

export const Step = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  name: z.string(),
  /** Absent: in every case. It turns on fields of the form alone, as a day or an amount of the hall would change under way. */
  when: Condition.optional(),
  /** What the condition means, in words. */
  whenWords: z.string().optional(),
  seat: Seat,
  /** Working days the bureau allows itself inside the promise; null: none of its own. */
  days: z.int().min(0).nullable(),
  /** An act that must have been done before the step can be passed: two people checked the facts, a notice hung out its time. */
  needs: z.enum(['factsChecked', 'publicized']).optional(),
  notice: PublicNotice.optional(),
  /** 公示 of what is about to be granted hangs out at least so long, where its rules say so. */
  hangs: Limit.optional(),
  note: z.string().optional(),
})
export type Step = z.infer<typeof Step>

export const Material = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  name: z.string(),
  /** original 原件(留存) · copy 复印件 · checked 原件核验后退还 · surrendered 原件交回 */
  form: z.enum(['original', 'copy', 'checked', 'surrendered']),
  count: z.int().min(1),
  /** Absent: always required. */
  when: Condition.optional(),
  /** What the condition means, in words, for the list handed to people. */
  whenWords: z.string().optional(),
  /** 可容缺: may come later with a promise. */
  tolerable: z.boolean(),
  /** 可共享核验: need not be brought if it can be looked up. */
  shareable: z.boolean(),
  /** 可告知承诺: a proof that may be promised in writing instead of shown (国办发〔2020〕42号). Absent: it may not. */
  committable: z.boolean().optional(),
  /** 窗口备有表样 */
  template: z.boolean(),
  source: z.string(),
  note: z.string().optional(),
})
export type Material = z.infer<typeof Material>

export const Eligibility = z.strictObject({
  key: z.string(),
  words: z.string(),
  /** Computed from the form; absent: a question that the clerk ticks. */
  when: Condition.optional(),
  /** wall: the window cannot grant it · hint: said, never in the way. */
  weight: z.enum(['wall', 'hint']),
  certainty: Certainty,
})

/** Work that comes back (年审、复核、生存认证、年报): what was granted is looked at again, each time as a case of `opens`. */
export const Recurrence = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  name: z.string().min(1),
  /** The item whose case does the work; its own for a yearly renewal. */
  opens: ItemCode,
  /** From the decision, or the last time, so many months; or every year by the same day; or ahead of the certificate's end. */
  rhythm: z.union([
    z.strictObject({ months: z.int().positive() }),
    /** So many days before the certificate's last day (行政许可法第五十条); nothing for one that names no last day. */
    z.strictObject({ daysBeforeExpiry: z.int().positive() }),
    z.strictObject({ by: z.string(), months: z.record(z.string(), z.int().positive()) }),
    z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  ]),
  /** Days ahead that it stands on the list. */
  remindDays: z.int().min(1).max(120),
  /** The grades after which nothing comes back (停发). */
  until: z.array(z.string()).optional(),
  basis: z.string().min(1),
  certainty: Certainty,
})
export type Recurrence = z.infer<typeof Recurrence>

/** Who has one thing cannot have another (特困 and 低保): said with the other case beside it. */
export const Exclusion = z.strictObject({
  items: z.array(ItemCode).min(1),
  words: z.string().min(1),
  basis: z.string().min(1),
  weight: z.enum(['wall', 'hint']),
})
export type Exclusion = z.infer<typeof Exclusion>

/** How a box of another system is typed. plain: as kept · digits: without signs · yuan: 1234.50 · compactDay: 20261124 · slashDay:
 *  2026/11/24 */
const TypedAs = z.enum(['plain', 'digits', 'yuan', 'compactDay', 'slashDay'])

/** `label`: what the other system calls the box, or one row of a table, whose cells are boxes there each. */
const SecondBox = z.union([
  z.strictObject({ field: z.string(), label: z.string().min(1), as: TypedAs }),
  z.strictObject({
    field: z.string(),
    label: z.string().min(1),
    columns: z.array(z.strictObject({ column: z.string(), label: z.string().min(1), as: TypedAs })).min(1),
  }),
])

/** How a case is carried into a ministry's own system, box by box in that system's order. */
export const SecondSystem = z.strictObject({ name: z.string().min(1), order: z.array(SecondBox).min(1) })
export type SecondSystem = z.infer<typeof SecondSystem>
export type TypedAs = z.infer<typeof TypedAs>

export const Item = z.strictObject({
  code: ItemCode,
  /** 实施编码, where the bureau has entered it. */
  officialCode: z.string().optional(),
  name: z.string().min(2),
  /** What people call it; search finds it by these. */
  aliases: z.array(z.string()).min(1),
  /** relief 社会救助 · elderly 养老服务 · governance 基层治理 · basic 基本社会服务 */
  system: z.enum(['relief', 'elderly', 'governance', 'basic']),
  kind: Kind,
  /** What the kind is called where it has a name of its own (其他行政权力). */
  kindName: z.string().optional(),
  processing: Processing,
  applicantKind: z.enum(['person', 'organisation']),
  inForce: z.strictObject({ from: Day, until: Day.nullable() }),
  /** Sealed matters (收养 …): only machines of these offices keep or find its cases. Absent: the whole hall's. */
  sealedTo: z.array(OfficeKey).min(1).optional(),
  /** `capped`: a promise in working days that in some months would end after the statute's calendar days ends with the statute. */
  limits: z.strictObject({
    statutory: Limit.nullable(),
    promised: Limit.nullable(),
    capped: z.literal(true).optional(),
  }),
  clock: z.strictObject({
    startsAt: z.enum(['accepted', 'allDocumentsReceived', 'nextDayAfterReceipt']),
    endsAt: z.literal('decided'),
  }),
  delivery: Limit.nullable(),
  suspensions: z.array(Suspension),
  /** `approver`: a body above that must approve it, where a law says so (慈善法第十条第三款). Absent: the head of this one. */
  extension: z.strictObject({ max: Limit, approver: z.string().min(1).optional() }).nullable(),
  /** 视为撤回: where a law ends an application that nobody goes on with (民法典第1077条). Absent: silence ends nothing. */
  lapse: z.strictObject({ basis: z.string().min(1) }).optional(),
  /** 冷静期: nothing is decided for so many days after receipt, then for so many days, after which it lapses (民法典第1077条). */
  coolingOff: z
    .strictObject({ days: z.int().positive(), collectDays: z.int().positive(), basis: z.string().min(1) })
    .optional(),
  /** 终止: the lawful causes that end an application of this item (死亡、主体灭失 …). Absent: none besides the law's own. */
  terminations: z.array(z.strictObject({ cause: z.string().min(1), basis: z.string().min(1) })).optional(),
  /** Between acceptance and the proposal; an on-the-spot item and a filing have none. */
  steps: z.array(Step),
  /** Who decides (行政许可法: whoever the item names; chief only if delegated in writing). */
  decider: Seat,
  /** Who hid facts or gave false material to get it may not apply again for so many months: permits that bear on public safety,
   *  health, life and property (行政许可法第七十八条). Absent: no such bar. */
  falsehood: z
    .strictObject({ barMonths: z.int().positive(), basis: z.string().min(1), certainty: Certainty })
    .optional(),
  /** What the bureau does after closing and no clock counts (发放 …). */
  followUp: z.array(z.string()),
  result: z.strictObject({
    type: z.enum(['benefit', 'certificate', 'document', 'service', 'none']),
    name: z.string(),
    /** What the applicant is told once it is granted; may speak of {settings}. */
    promise: z.string(),
    validYears: z.int().positive().nullable(),
    /** How the certificate's number is written, where that is laid down (结婚证 J＋区划-年-序号); absent: as the bureau writes it. */
    numbered: z.strictObject({ pattern: z.string().max(80), example: z.string().min(1) }).optional(),
    /** What can be granted, where there is more than yes (合格、基本合格 …). */
    grades: z.array(z.string()).min(2).optional(),
    /** Grades that take something away (减发、停发、不合格): the decision gives its reasons. */
    reasonedGrades: z.array(z.string()).min(1).optional(),
    /** Grades that the form has to say before, because something is done on account of it (增发的公示). */
    gradesWhen: z
      .array(z.strictObject({ grade: z.string(), when: Condition, words: z.string().min(1) }))
      .min(1)
      .optional(),
    /** What deciding it is called, where its law has a word of its own (登记、认定、救助); absent: by its kind (deciding.ts). */
    deciding: z
      .strictObject({
        act: z.string().min(2),
        grant: z.string().min(2).optional(),
        refuse: z.string().min(2).optional(),
      })
      .optional(),
    /** What the decision is called where the word of the kind would say too much or something else (初审意见书、年度检查结论). */
    decision: z
      .strictObject({ granted: z.string().min(2), label: z.string().min(2), refused: z.string().min(2) })
      .optional(),
  }),
  materials: z.array(Material),
  /** In the order a clerk asks things, by section. */
  sections: z.array(z.strictObject({ key: z.string(), title: z.string(), when: Condition.optional() })).min(1),
  fields: z.array(Field).min(1),
  /** Which fields say who applies and who came in their place. */
  applicant: z.strictObject({
    name: z.string(),
    idType: z.string().nullable(),
    idNo: z.string(),
    phone: z.string(),
    address: z.string().nullable(),
    contact: z.string().nullable(),
  }),
  /** The other of two who apply together (结婚、离婚、共同收养): who they are stands in these fields. */
  partner: z
    .strictObject({ name: z.string(), idType: z.string().nullable(), idNo: z.string(), phone: z.string().nullable() })
    .optional(),
  /** Nobody can come in their place, and on which law. */
  inPerson: z.strictObject({ words: z.string().min(1), basis: z.string().min(1) }).optional(),
  agent: z
    .strictObject({
      when: Condition,
      name: z.string(),
      idNo: z.string(),
      phone: z.string(),
      relation: z.string().nullable(),
    })
    .nullable(),
  eligibility: z.array(Eligibility),
  feeFen: z.int().min(0),
  legalBasis: z.array(z.strictObject({ name: z.string().min(1), article: z.string().nullable() })).min(1),
  /** Settings of the hall that the item's papers speak of (amounts, first month …). */
  settings: z.array(z.string()),
  recurrence: z.array(Recurrence).optional(),
  /** Once this is granted (注销登记), nothing comes back of what the applicant was granted before under these items. */
  ends: z.array(ItemCode).min(1).optional(),
  excludes: z.array(Exclusion).optional(),
  secondSystem: SecondSystem.optional(),
  certainty: Certainty,
  /** What the bureau must still confirm. */
  toConfirm: z.array(z.string()),
  notes: z.string().optional(),
})
export type Item = z.infer<typeof Item>

export const NotTaken = z.strictObject({
  name: z.string(),
  aliases: z.array(z.string()),
  goTo: z.string(),
  reason: z.string(),
})

export const Catalogue = z.strictObject({
  edition: z.string().regex(/^\d{4}\.\d{2}(\.\d+)?$/),
  /** The lists its items' files name; the items themselves carry the options. */
  lists: CodeLists.default({}),
  items: z.array(Item),
  notTaken: z.array(NotTaken),
})
export type Catalogue = z.infer<typeof Catalogue>

/** The item of a code, if this edition has it. */
export function findItem(catalogue: Catalogue, code: ItemCode): Item | undefined {
  return catalogue.items.find((item) => item.code === code)
}
