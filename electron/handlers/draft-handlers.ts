/** The doors of what is typed and no act yet. */
import { NobodyThere } from '../nobody-there.ts'
import type { DeskHandlers } from '../serve.ts'
import type { WithDesk } from './with-desk.ts'

type Behind = Extract<keyof DeskHandlers, `draft.${string}`>

export function draftHandlers({ desk }: WithDesk): Pick<DeskHandlers, Behind> {
  /** Whoever sits here, locked or not: the last keys before a lock are theirs too. */
  const owner = () => {
    const { person } = desk().session
    if (person === undefined) throw new NobodyThere()
    return { person: person.id, personName: person.name }
  }
  return {
    'draft.keep': (draft) => ({ keptAt: desk().drafts.keep(draft, owner()) }),
    'draft.list': () => (desk().session.current === undefined ? [] : desk().drafts.list()),
    'draft.take': ({ case: kase }) => {
      const { drafts, recorder } = desk()
      const to = owner()
      const found = drafts.find(kase)
      if (found === undefined) return null
      // The trace first: a draft never changes hands without one.
      if (found.person !== to.person && !recorder.note({ type: 'draftTaken', case: kase, from: found.person }).ok)
        return null
      return drafts.takeOver(kase, to)?.draft ?? null
    },
    'draft.drop': ({ case: kase }) => {
      desk().drafts.drop(kase)
      return null
    },
  }
}
