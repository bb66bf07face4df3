import { expect, test } from 'vitest'
import type { PersonId } from '../case/ids.ts'
import { overseers, roles } from './role.ts'
import { readableFigures } from './whose-figures.ts'

const person = 'li.ck' as PersonId
const other = 'zhao.ck' as PersonId

test('R-PERIOD-1: who oversees the windows reads everybody’s figures, everybody else only their own, whatever is asked', () => {
  for (const role of roles) {
    const oversees = overseers.includes(role)
    expect(readableFigures({ person, roles: [role] }, {}), role).toEqual(oversees ? {} : { person })
    expect(readableFigures({ person, roles: [role] }, { person: other }), role).toEqual(
      oversees ? { person: other } : undefined,
    )
  }
  expect(readableFigures({ person, roles: [] }, { person: other })).toBeUndefined()
  expect(readableFigures({ person, roles: ['clerk', 'supervisor'] }, { person: other })).toEqual({ person: other })
})
