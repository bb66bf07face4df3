/** A small file of settings or marks: written whole, parsed by its schema, and set aside when it cannot be read. */
import { dirname, join } from 'node:path'
import type { z } from 'zod'
import { keepAside, readWhole, writeWhole } from './files.ts'

export interface JsonFile<T> {
  /** What is kept; undefined when there is nothing readable. Throws what the disk says. */
  read(): T | undefined
  /** Throws what the disk says; the old content stands then. */
  write(content: T): void
}

/** `unreadable` is told where a file that no program wrote so has been put; it is never deleted. */
export function jsonFile<S extends z.ZodType>(
  path: string,
  schema: S,
  unreadable: (keptAside: string) => void,
): JsonFile<z.output<S>> {
  return {
    read: () => {
      const bytes = readWhole(path)
      if (bytes === undefined) return undefined
      const content = schema.safeParse(parseJson(bytes.toString('utf8')))
      if (content.success) return content.data
      unreadable(keepAside(path, join(dirname(path), 'aside')))
      return undefined
    },
    write: (content) => writeWhole(path, Buffer.from(JSON.stringify(content), 'utf8')),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
