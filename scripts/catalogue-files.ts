/** The files of a catalogue folder, as text. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type CatalogueFile = { file: string; text: string }

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
