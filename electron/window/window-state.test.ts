import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keepWindowState, nextZoom, readWindowState, usualState } from './window-state.ts'

test('R-TERMINAL-43: the window opens as it was left, letters included, and as usual where nothing readable is kept', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'window-'))
  expect(readWindowState(folder)).toEqual(usualState)
  keepWindowState(folder, { ...usualState, x: 10, y: 20, zoom: 1.25 })
  expect(readWindowState(folder)).toEqual({ ...usualState, x: 10, y: 20, zoom: 1.25 })
  for (const unreadable of ['', '{', '{"width":1}', JSON.stringify({ ...usualState, zoom: 99 })]) {
    writeFileSync(path.join(folder, 'window.json'), unreadable)
    expect(readWindowState(folder)).toEqual(usualState)
  }
  expect(() => keepWindowState(path.join(folder, 'gone'), usualState)).not.toThrow()
  expect(readFileSync(path.join(folder, 'window.json'), 'utf8')).toContain('zoom')
})

test('R-TERMINAL-44: letters grow and shrink by steps, and stop where a page no longer fits', () => {
  const up: number[] = []
  for (let zoom = 0.5; up.at(-1) !== zoom; zoom = nextZoom(zoom, 1)) up.push(zoom)
  expect(up.slice(1)).toEqual([0.8, 0.9, 1, 1.1, 1.25, 1.5])
  expect(nextZoom(1.5, 1)).toBe(1.5)
  expect(nextZoom(0.8, -1)).toBe(0.8)
  expect(nextZoom(1, -1)).toBe(0.9)
})
