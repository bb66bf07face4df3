/** A tour's steps: what each does is said in the terminal, what it showed is kept, and one that does not show what it must ends the tour. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { projectFolder } from '../programs.ts'
import { type Progress, showProgress } from '../progress.ts'
import { Stop } from '../stop.ts'

/** What one step showed, as `report.json` keeps it. */
export type Shown = { step: number; title: string; shown: Record<string, unknown>; pictures: string[]; seconds: number }

export class Tour {
  readonly folder = path.join(projectFolder, 'out/demo')
  readonly steps: Shown[] = []
  #pictures: string[] = []
  #pictureNo = 0
  #progress: Progress | undefined

  /** Empties the folder of an earlier tour. */
  async begin(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
    await mkdir(path.join(this.folder, 'papers'), { recursive: true })
  }

  /** Runs one step; `show` returns what it showed. What it throws is told with the step's name and what to do. */
  async step(title: string, show: () => Promise<Record<string, unknown>>): Promise<void> {
    const number = this.steps.length + 1
    console.log(`${String(number).padStart(2)}. ${title}`)
    const begun = performance.now()
    this.#pictures = []
    try {
      const shown = await show()
      const seconds = Math.round((performance.now() - begun) / 100) / 10
      this.steps.push({ step: number, title, shown, pictures: this.#pictures, seconds })
      for (const [key, value] of Object.entries(shown))
        console.log(`      ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    } catch (error) {
      this.#progress?.stop()
      const why = error instanceof Error ? error.message.split('\n').slice(0, 6).join('\n') : String(error)
      throw new Stop(
        `Step ${number} (${title}) did not show what it must:\n${why}\nLook at ${path.relative(projectFolder, this.folder)}/ for the last pictures, run it again, and if it stays, run "npm test" and read the first failure.`,
      )
    }
  }

  /** Takes a numbered picture of the window. */
  async picture(page: Page, name: string): Promise<void> {
    this.#pictureNo += 1
    const file = `${String(this.#pictureNo).padStart(2, '0')}-${name}.png`
    await page.screenshot({ path: path.join(this.folder, file) })
    this.#pictures.push(file)
  }

  /** Waits with a bar in the terminal until `reached` gives 1. Stops with a sentence after `seconds`. */
  async wait(label: string, seconds: number, reached: () => Promise<number>): Promise<void> {
    this.#progress = showProgress(label)
    const end = performance.now() + seconds * 1000
    for (;;) {
      const fraction = await reached()
      this.#progress.reach(fraction)
      if (fraction >= 1) break
      if (performance.now() > end) {
        this.#progress.stop()
        throw new Stop(`${label}: not reached within ${seconds} s.`)
      }
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    this.#progress.done()
    this.#progress = undefined
  }

  async report(rest: Record<string, unknown>): Promise<string> {
    const file = path.join(this.folder, 'report.json')
    await writeFile(file, `${JSON.stringify({ steps: this.steps, ...rest }, null, 2)}\n`)
    return path.relative(projectFolder, file)
  }
}
