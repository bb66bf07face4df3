/** What reading and writing the open cache works with. */
import type { Instant } from '../../shared/case/ids.ts'
import type { DeskDatabase } from './database.ts'
import type { NameList } from './name-list.ts'
import type { Books } from './picture.ts'
import type { Sealer } from './seal.ts'

export type OpenDesk = {
  db: DeskDatabase
  sealer: Sealer
  names: NameList
  books: Books
  keepConcludedDays: number
  now(): Instant
}
