/**
 * `npm run -s rules < questions.jsonl`: one JSON question a line, one JSON answer a line, by the rules the desk and the bureau
 * use. What cannot be answered gets a line that says why, and the rest is answered.
 */
import { once } from 'node:events'
import { fstatSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { CalendarYear, makeCalendar } from '../shared/calendar/calendar.ts'
import { answerLine } from '../shared/rules/answer-line.ts'
import { jsonFiles } from './catalogue/files.ts'
import { projectFolder } from './programs.ts'

async function answerAll(): Promise<void> {
  if (fstatSync(0).isDirectory()) throw new Error('给的是文件夹，不是文件')
  // The lines' own reader passes a failure of its source over in silence.
  const broken = once(process.stdin, 'error').then(([error]) => {
    throw error
  })
  await Promise.race([broken, answerLines()])
}

async function answerLines(): Promise<void> {
  const years = jsonFiles(path.join(projectFolder, 'catalogue/calendars'))
  const calendar = makeCalendar(years.map(({ text }) => CalendarYear.parse(JSON.parse(text))))
  let line = 0
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1
    const answer = answerLine(text, line, calendar)
    if (answer !== undefined && !process.stdout.write(`${answer}\n`)) await once(process.stdout, 'drain')
  }
}

// Whoever reads the answers may stop before the end (`| head`).
process.stdout.on('error', () => process.exit(0))
await answerAll().catch((error: unknown) => {
  console.error(`读不到问题：${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
