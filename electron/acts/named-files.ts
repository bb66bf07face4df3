/** The files that an act is the first to name: what its cases named before lies with whoever took it in. */
import type { Case } from '../../shared/case/case.ts'
import type { NewFact } from '../../shared/case/event.ts'
import { filesIn, type KeptFile } from '../../shared/item/kept-file.ts'

type Asked = { readonly facts: readonly NewFact[]; readonly kases: readonly Case[] }

export function filesFirstNamed({ facts, kases }: Asked): KeptFile[] {
  const before = new Set(kases.flatMap((kase) => filesIn(kase.form).map(({ sha256 }) => sha256)))
  return facts.flatMap(({ data }) => {
    const { form = {}, changes = {} } = (data ?? {}) as { form?: object; changes?: object }
    return filesIn({ ...form, ...changes }).filter(({ sha256 }) => !before.has(sha256))
  })
}
