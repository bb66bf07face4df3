/** How the window was left: its place and how large its letters are. */
import path from 'node:path'
import { z } from 'zod'
import { readWhole, writeWhole } from '../disk/files.ts'

const WindowState = z.strictObject({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(800).max(20_000),
  height: z.int().min(600).max(20_000),
  maximized: z.boolean(),
  zoom: z.number().min(0.5).max(3),
})
export type WindowState = z.infer<typeof WindowState>

/** The screens of the halls. */
export const usualState: WindowState = { width: 1366, height: 768, maximized: false, zoom: 1 }

/** How the window was left, or as usual where nothing readable was kept. */
export function readWindowState(folder: string): WindowState {
  try {
    const bytes = readWhole(fileIn(folder))
    return bytes === undefined ? usualState : WindowState.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return usualState
  }
}

/** Keeps it. A window that cannot be remembered is no reason to disturb anybody. */
export function keepWindowState(folder: string, state: WindowState): void {
  try {
    writeWhole(fileIn(folder), Buffer.from(JSON.stringify(state)))
  } catch {}
}

const steps = [0.8, 0.9, 1, 1.1, 1.25, 1.5]

/** The next larger (1) or smaller (-1) letters; what lies outside the steps comes back to them. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const found =
    direction === 1 ? steps.find((step) => step > zoom + 0.01) : steps.findLast((step) => step < zoom - 0.01)
  return found ?? (direction === 1 ? steps.at(-1)! : steps[0]!)
}

function fileIn(folder: string): string {
  return path.join(folder, 'window.json')
}
