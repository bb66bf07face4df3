/** 日结 and 日结更正 as papers: the edition's templates with the signed count put in. Pure. */
import { dayOf } from '../calendar/day.ts'
import type { PersonId } from '../case/ids.ts'
import type { Hall } from '../people/hall.ts'
import { type CloseRow, closeFigures, type DayClose, figureName, movedBetween, totalOf } from '../report/close.ts'
import { boundWords, questionWords, saidCauses, windowWords } from './close-say.ts'
import { fill, filled, footerOf, isAsked } from './fill.ts'
import type { Paper } from './paper.ts'
import type { Open } from './places.ts'
import { dayToKeep, dayWords, momentWords } from './say.ts'
import type { PaperBook } from './template.ts'

type Context = { hall: Hall; book: PaperBook; nameOf(person: PersonId): string }

/** Undefined where the edition has no template for it. */
export function closePaper(close: Omit<DayClose, 'paper'>, { hall, book, nameOf }: Context): Paper | undefined {
  const key = close.no === 0 ? 'dailyClose' : 'closeAmendment'
  const template = book.templates.find((each) => each.key === key)
  if (template === undefined) return undefined
  const places = placesOf(close, hall, nameOf)
  const seal = { authority: hall.bureau, day: dayWords(dayOf(close.at)) }
  return {
    key,
    edition: book.edition,
    size: template.size,
    title: fill(template.title['default'] ?? '', places) ?? '',
    number: close.number,
    caseNumber: close.number,
    itemName: '',
    blocks: template.blocks.flatMap((block) => (isAsked(block, places) ? filled(block, places, seal) : [])),
    footer: footerOf(hall),
  }
}

function placesOf(close: Omit<DayClose, 'paper'>, hall: Hall, nameOf: Context['nameOf']): Open {
  const { rows, was, causes, questions, heads, by } = close
  return {
    texts: [
      {
        hall: hall.name,
        bureau: hall.bureau,
        closeDay: dayToKeep(close.day),
        closeNo: close.no === 0 ? '' : `第${close.no}号`,
        countedTo: `局端第${close.position}号办理动作（含）`,
        signedBy: `${by.name}（工号${by.badge}）`,
        moment: momentWords(close.at),
        closeRemark: close.remark ?? '',
        noQuestions: questions.length === 0 ? '签字时没有未弄清的：各终端已上传，各窗口日清相符。' : '',
      },
    ],
    lists: {
      questions: questions.map((each) => questionWords(each, nameOf)),
      causes: saidCauses(causes).map(({ text }) => text),
    },
    tables: {
      dayCounts: countTable(rows),
      dayChanges: movedBetween(was, rows).map(({ window, figure, from, to }) => [
        windowWords(window),
        figureName(figure),
        String(from),
        String(to),
      ]),
      chainHeads: heads.map(({ terminal, window, seq, digest }) => [
        String(terminal).padStart(5, '0'),
        boundWords(window),
        String(seq),
        groups(digest),
      ]),
    },
  }
}

/** A line for each window and one for all. */
function countTable(rows: readonly CloseRow[]): string[][] {
  const line = (name: string, counts: Readonly<Record<string, number>>) => [
    name,
    ...closeFigures.map((figure) => String(counts[figure] ?? 0)),
  ]
  return [...rows.map(({ window, counts }) => line(windowWords(window), counts)), line('合计', totalOf(rows))]
}

/** In groups of eight, so that a long digest can be read beside another and wraps. */
function groups(digest: string): string {
  return digest.match(/.{1,8}/g)?.join(' ') ?? ''
}
