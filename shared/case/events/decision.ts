/** Deciding, certifying, delivering, and what can follow (行政许可法第38、44、69、70条). */
import { z } from 'zod'
import { Day } from '../../calendar/day.ts'
import { Paper } from '../../paper/paper.ts'
import { PrintedNumber } from '../ids.ts'
import { Answers, Document, Falsehood, Manner, optionalText, Second, sentence, shortText } from './parts.ts'

/** 准予 (行政许可法第38条第1款; 社会救助暂行办法第11条): what is granted, from when; ends the clock. */
export const granted = z.strictObject({
  result: sentence,
  from: Day.nullable(),
  conditions: optionalText,
  document: Document.nullable(),
  /** Which, where the item grants more than yes (合格、基本合格 …). */
  grade: shortText.nullable().optional(),
  /** Why, where the grade takes something away (社会救助暂行办法第11条第3项 by its reason). */
  reasons: sentence.nullable().optional(),
  /** What nobody had asked before and the decision turns on. */
  answers: Answers.optional(),
})
/** 不予 (行政许可法第38条第2款; 社会救助暂行办法第11条第3项): reasons and basis; the remedies are on the paper. */
export const refused = z.strictObject({
  reasons: sentence,
  basis: sentence,
  document: Document.nullable(),
  falsehood: Falsehood,
})
/** 备案: a filing is recorded, it cannot be refused (备案不是行政许可: 行政许可法第2条). */
export const recorded = z.strictObject({ remark: optionalText })
/** 制证 (行政许可法第39条). */
export const certificateIssued = z.strictObject({
  name: shortText,
  number: z.string().min(1).max(80),
  validUntil: Day.nullable(),
})
/** 结果备妥: the applicant can come (行政许可法第44条: within ten working days of the decision). */
export const prepared = z.strictObject({ bring: optionalText })
/** 送达未成: the next manner stays open (民事诉讼法第88–95条 by analogy). */
export const deliveryAttempted = z.strictObject({ manner: Manner, why: sentence, next: Manner })
/** 送达 (行政许可法第44条): leaving needs a witness, electronic the applicant's consent (民事诉讼法第89、90条 by analogy). */
export const delivered = z.strictObject({
  manner: Manner,
  receiver: shortText,
  relation: z.enum(['self', 'agent', 'other']),
  witness: Second.nullable(),
  consent: z.boolean(),
  tracking: z.string().max(60).nullable(),
  /** 公告送达: the day the notice went out; served when thirty days have passed (民事诉讼法第95条 by analogy). */
  noticeFrom: Day.nullable().optional(),
  /** 留置送达: why it was not taken (民事诉讼法第89条: 记明拒收事由). */
  refusedWhy: sentence.nullable().optional(),
})
/** 视为撤回 (民法典第1077条), noted. */
export const lapsed = z.strictObject({ basis: sentence })
/** 终止 by the head for a lawful cause: death, entity gone (行政许可法第70条 by analogy, or the item's own rule). */
export const terminated = z.strictObject({ cause: sentence, basis: sentence })
/** 打印: the words of the paper that was handed over (行政许可法第32条第2款: in writing, with seal and day). Made by the main
 *  process, never by a page. */
export const printed = z.strictObject({ paper: Paper })
/** 补打: a second copy of a paper that was made (国务院令第716号: the first words stand). */
export const reprinted = z.strictObject({ number: PrintedNumber, reason: shortText })
/** 更正文书: a paper is never changed, it is corrected by another with its own number (国务院令第716号). */
export const paperCorrected = z.strictObject({ number: PrintedNumber, wrong: sentence, right: sentence })
/** 事后核查 of a written promise (国办发〔2020〕42号). */
export const commitmentVerified = z.strictObject({ true: z.boolean(), found: sentence })
/** 撤销 (行政许可法第69条). */
export const revoked = z.strictObject({ reasons: sentence, basis: sentence })
/** 注销 (行政许可法第70条). */
export const cancelled = z.strictObject({ reasons: sentence, basis: sentence })
/** 重新办理 after a review decision (行政复议法) or a judgment (行政诉讼法). */
export const reopened = z.strictObject({ document: Document, reason: sentence })
