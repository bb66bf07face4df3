import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import examples from '../shared/examples/examples.json' with { type: 'json' }
import { developmentProgram, projectFolder } from './programs.ts'

test('R-QUESTION-2: questions come in by lines, answers go out by lines, and a bad one takes no other along', () => {
  const asked = examples.cases.map((example) => JSON.stringify(example.input))
  const input = `\uFEFF${asked.join('\r\n')}\n\n{"fn":\n{"fn":"maskName","value":"张三"}`
  const { status, stdout } = spawnSync(developmentProgram('tsx'), [path.join(projectFolder, 'scripts/rules.ts')], { input, encoding: 'utf8' }) // biome-ignore format: one call
  const answers = stdout.trim().split('\n').map((line) => JSON.parse(line)) // biome-ignore format: one line
  expect(status).toBe(0)
  expect(answers.length).toBe(asked.length + 2)
  expect(answers[0].deadline).toBe('2026-02-27')
  expect(answers.slice(0, asked.length).filter((answer) => 'error' in answer)).toEqual([])
  expect(answers.at(-2)).toMatchObject({ line: asked.length + 2 })
  expect(answers.at(-1)).toEqual({ masked: '张*' })
})

test('R-QUESTION-2: what cannot be read at all is an error', () => {
  const given = openSync(projectFolder, 'r')
  const { status, stderr } = spawnSync(developmentProgram('tsx'), [path.join(projectFolder, 'scripts/rules.ts')], { stdio: [given, 'pipe', 'pipe'], encoding: 'utf8' }) // biome-ignore format: one call
  closeSync(given)
  expect(status).toBe(1)
  expect(stderr).toContain('读不到问题')
})
