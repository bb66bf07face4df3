/** 日结 of a hall as it is looked at from another: what stands of sealed matters is counted there, and told without its case. */
import type { CaseId, PrintedNumber } from '../shared/case/ids.ts'
import type { CloseView } from '../shared/contract/closes.ts'
import type { Block, Paper } from '../shared/paper/paper.ts'
import { numberWords } from '../shared/paper/say.ts'
import type { CloseCause, CloseQuestion } from '../shared/report/close.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import { hiddenFrom } from './scope.ts'

type About = { case?: CaseId | undefined; number: PrintedNumber | null }
type Counted = { questions: readonly CloseQuestion[]; causes: readonly CloseCause[] }
type Reader = { hall: string; offices: readonly string[] }

const sealedLine = '（此处一行只在该大厅的终端上查看）'

/** The same view with nothing in it that names a case which these offices may not read. */
export async function closeFromAfar({ known }: Bureau, tx: Tx, reader: Reader, view: CloseView): Promise<CloseView> {
  const counted: readonly Counted[] = [...view.signed, ...(view.proposal === null ? [] : [view.proposal])]
  const about = counted.flatMap(({ questions, causes }) => [...questions, ...causes]).flatMap(aboutOf)
  const isReadable = await readableOf(tx, reader.hall, about, hiddenFrom(reader.offices, known))
  const hidden = about.filter((each) => !isReadable(each))
  const numbers = new Set(hidden.flatMap(({ number }) => (number === null ? [] : [numberWords(number)])))
  const told = <T extends CloseQuestion | CloseCause>(each: T): T => {
    if (aboutOf(each).every(isReadable)) return each
    const { case: _, ...rest } = each as T & About
    return { ...rest, number: null } as T
  }
  const without = <T extends Counted>(of: T): T => ({
    ...of,
    questions: of.questions.map(told),
    causes: of.causes.map(told),
  })
  return {
    ...view,
    signed: view.signed.map((close) => ({ ...without(close), paper: withoutLines(close.paper, [...numbers]) })),
    proposal: view.proposal === null ? null : without(view.proposal),
  }
}

function aboutOf(each: CloseQuestion | CloseCause): About[] {
  return 'number' in each ? [each] : []
}

/** Of a case that this bureau does not have (its receiving was refused) nobody can say that it is not sealed. */
async function readableOf(tx: Tx, hall: string, about: readonly About[], hidden: readonly string[]) {
  const ids = about.flatMap((each) => each.case ?? [])
  const numbers = about.flatMap((each) => each.number ?? [])
  if (ids.length + numbers.length === 0) return () => true
  const rows = await tx
    .selectFrom('cases')
    .select(['id', 'number', 'item'])
    .where('hall', '=', hall)
    .where((eb) => eb.or([eb('id', '=', eb.fn.any(eb.val(ids))), eb('number', '=', eb.fn.any(eb.val(numbers)))]))
    .execute()
  const readable = rows.filter(({ item }) => !hidden.includes(item))
  const known = new Set<string | null>(readable.flatMap(({ id, number }) => [id, number]))
  return (each: About) =>
    each.case === undefined ? each.number === null || known.has(each.number) : known.has(each.case)
}

function withoutLines(paper: Paper, numbers: readonly string[]): Paper {
  const names = (row: string) => numbers.some((number) => row.includes(number))
  const blocks = paper.blocks.map((block): Block => {
    if (block.is !== 'list') return block
    return { ...block, rows: block.rows.map((row) => (names(row) ? sealedLine : row)) }
  })
  return { ...paper, blocks }
}
