/** Putting files into a field: what the field takes, one after another, and what is said of those it does not. Pure. */
import type { Field } from '../../../shared/item/field.ts'
import { type KeptFile, MOST_FILE_BYTES, MOST_FILES } from '../../../shared/item/kept-file.ts'

export type Limits = NonNullable<Field['files']>
export type KeepFault =
  | 'empty'
  | 'tooLarge'
  | 'wrongKind'
  | 'damaged'
  | 'diskFull'
  | 'unreadable'
  | 'picturesOnly'
  | 'twice'
  | 'tooMany'
  | 'failed'
export type Fault = { name: string; why: KeepFault }
export type Offered = { name: string; file: KeptFile } | Fault
export type Taken = { files: KeptFile[]; faults: Fault[]; replaced: KeptFile | null }

export const mostFiles = ({ most = MOST_FILES }: Limits) => most
export const mostBytes = (limits: Limits) => Math.min(limits.mostBytes ?? MOST_FILE_BYTES, MOST_FILE_BYTES)

/** Keeps one after the other; where one fails, those before it are offered all the same. */
export async function offerEach<T>(
  given: readonly T[],
  keep: (each: T) => Promise<Offered>,
  offered: Offered[],
): Promise<void> {
  for (const each of given) offered.push(await keep(each))
}

/** A field for one file takes a new one in place of the old: a better photograph. */
export function take(before: readonly KeptFile[], offered: readonly Offered[], limits: Limits): Taken {
  const taken: Taken = { files: [...before], faults: [], replaced: null }
  for (const each of offered) {
    if ('why' in each) {
      taken.faults.push(each)
      continue
    }
    const why = faultOf(taken.files, each.file, limits)
    if (why !== undefined) taken.faults.push({ name: each.name, why })
    else if (mostFiles(limits) === 1 && taken.files.length === 1) {
      taken.replaced ??= taken.files[0]!
      taken.files = [each.file]
    } else taken.files.push(each.file)
  }
  return taken
}

function faultOf(files: readonly KeptFile[], file: KeptFile, limits: Limits): KeepFault | undefined {
  if (files.some(({ sha256 }) => sha256 === file.sha256)) return 'twice'
  if (limits.picturesOnly && file.type === 'application/pdf') return 'picturesOnly'
  if (file.bytes > mostBytes(limits)) return 'tooLarge'
  return mostFiles(limits) > 1 && files.length >= mostFiles(limits) ? 'tooMany' : undefined
}
