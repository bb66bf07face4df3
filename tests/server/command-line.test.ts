/** What somebody types at the bureau's command line and did not mean. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { projectFolder } from '../../scripts/programs.ts'
import { readHall } from '../../server/command-hall.ts'
import { makeProgram } from '../../server/command-line.ts'
import { hallsGranted } from '../../server/people.ts'

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

test('R-SERVER-45: a hall whose yellow light could never show is refused, with file and reason', () => {
  const demo = JSON.parse(readFileSync(path.join(projectFolder, 'catalogue/halls/demo.json'), 'utf8'))
  const folder = mkdtempSync(path.join(tmpdir(), 'hall-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'hall.json')
  const readWith = (lights: object) => {
    writeFileSync(file, JSON.stringify({ ...demo, lights }))
    return readHall(file).lights
  }
  expect(readWith({ yellow: 3, red: 2 })).toEqual({ yellow: 3, red: 2 })
  const reason = 'lights.yellow (2) has to be more than lights.red (2), or it never shows'
  expect(() => readWith({ yellow: 2, red: 2 })).toThrow(`${file}: ${reason}`)
})

test('R-ROLE-7: a new person gets the halls that are named; where none is named and several exist, it is asked which', () => {
  const both = ['demo', 'east']
  expect(hallsGranted(both, ['east'], false)).toEqual(['east'])
  expect(hallsGranted(both, ['demo', 'east', 'demo'], false)).toEqual(both)
  expect(hallsGranted(['demo'], [], false)).toEqual(['demo'])
  expect(() => hallsGranted(both, [], false)).toThrow('name one or several of demo, east, or --every-hall')
  expect(() => hallsGranted(both, ['west'], false)).toThrow('there is no hall west; there are: demo, east')
  expect(() => hallsGranted([], [], false)).toThrow('add one first')
  // Every hall is granted in so many words.
  expect(hallsGranted(both, [], true)).toBeNull()
  expect(() => hallsGranted(both, ['east'], true)).toThrow('not both')
})
