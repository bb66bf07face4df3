/** Halls that somebody reads from the terminal of another (大厅): which they are, and how a letter names one. */
import { z } from 'zod'
import { HallId } from '../case/ids.ts'
import { Hall } from '../people/hall.ts'

/** Those that whoever asks was granted, by name. */
export const Halls = z.array(Hall)
export type Halls = z.infer<typeof Halls>

/** Of which hall something is asked. Absent: of the terminal's own. */
export const ofHall = { hall: HallId.optional() }
