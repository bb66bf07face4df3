/** What somebody types at the bureau's command line and did not mean. */
import { expect, test } from 'vitest'
import { makeProgram } from '../../server/command-line.ts'

test.each([
  ['--size', 'abc'],
  ['--size', '0'],
  ['--size', '1.5'],
  ['--window', 'x'],
  ['--position', '-3'],
  ['--from', 'yesterday'],
])('R-AUDIT-4: a sample with %s %s is not drawn', async (option, value) => {
  const program = makeProgram()
  const said: string[] = []
  const sample = program.commands.find((command) => command.name() === 'sample')!
  sample.exitOverride().configureOutput({ writeErr: (text) => said.push(text) })
  const given = ['demo', '--from', '2026-11-01', '--until', '2026-11-30', option, value]
  await expect(program.parseAsync(['node', 'bureau', 'sample', ...given])).rejects.toMatchObject({
    code: 'commander.invalidArgument',
  })
  expect(said.join('')).toContain(value)
})
