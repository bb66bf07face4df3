/** Who may sign in where people try the desk. */
import type { Demo } from './embedded-bureau.ts'

/** Prints the made-up people of a bureau with their passwords, one to a line. */
export function printAccounts(demo: Demo | null | undefined): void {
  if (!demo) return
  console.log('\nMade-up people to sign in as (name, password, role, office):\n')
  for (const { person, password, role, office, name } of demo.accounts) {
    console.log(`  ${person.padEnd(10)}  ${password}  ${role.padEnd(10)}  ${office.padEnd(22)}  ${name}`)
  }
  const spare = demo.codes.slice(1)
  if (spare.length > 0) console.log(`\nCodes for enrolling more desks: ${spare.join(', ')}`)
  console.log()
}
