/** The manuals tell of every act that the page of a case offers, under the name on its button, with the papers it hands over. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { acts } from '../../renderer/case/acts/all.ts'
import { eventWords } from '../../renderer/words/events.ts'
import { paperTitles } from '../../renderer/words/papers.ts'
import { projectFolder } from '../../scripts/programs.ts'
import { type EventType, workflow } from '../../shared/case/workflow.ts'
import { mannerWords } from '../../shared/paper/say.ts'

const docs = path.join(projectFolder, 'docs')
const lines = readdirSync(docs)
  .filter((name) => /^manual-.*\.md$/.test(name))
  .flatMap((name) => readFileSync(path.join(docs, name), 'utf8').split('\n'))

test.each(Object.keys(acts) as EventType[])('R-HOUSE-12: a manual tells of %s, and of its papers', (type) => {
  const { button } = eventWords[type]
  const about = lines.filter((line) => line.includes(`**${button}**`))
  expect(about, button).not.toEqual([])
  const papers = workflow.flatMap((row) => (row[0] === type && row[4] !== null ? [paperTitles[row[4]]] : []))
  for (const paper of papers) expect(about.join('\n'), button).toContain(paper)
})

test('R-HOUSE-12: a manual tells of every manner of handing over', () => {
  for (const manner of Object.values(mannerWords))
    expect(lines.some((line) => line.startsWith(`| ${manner} |`))).toBe(true)
})
