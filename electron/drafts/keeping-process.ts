/** A process for tests to kill: keeps one draft again and again, saying each content only after it is kept. */
import { writeSync } from 'node:fs'
import { openDrafts } from './drafts.ts'
import { draftKey, draftOf, newCase, now, zhang } from './make-draft.ts'

const { drafts } = openDrafts({ dir: process.argv[2]!, key: draftKey, now, stands: () => false })
const [found] = drafts.list()
const draft = draftOf(found?.case ?? newCase(), found?.act)
let count = (found?.content as { count: number } | undefined)?.count ?? 0
for (;;) {
  count++
  drafts.keep({ ...draft, content: { count, padding: '样例'.repeat(count % 3000) } }, zhang)
  writeSync(1, `${count}\n`)
}
