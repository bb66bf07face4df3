/** The files of a catalogue folder, as text, and what is wrong in them. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TextProblem } from '../../shared/item/check-text.ts'

export type CatalogueFile = { file: string; text: string }
export type FileProblem = TextProblem & { file: string }

/** The JSON files of a folder, by name. */
export function jsonFiles(folder: string): CatalogueFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => readText(path.join(folder, name)))
}

export function readText(file: string): CatalogueFile {
  return { file, text: readFileSync(file, 'utf8') }
}

export function inFile(file: string, problems: readonly TextProblem[]): FileProblem[] {
  return problems.map((problem) => ({ file, ...problem }))
}
