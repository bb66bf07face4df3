/** A tour's steps: what each does is said in the terminal, what it showed is kept, and one that does not show what it must ends the tour. */
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { projectFolder } from '../programs.ts'
import { type Progress, showProgress } from '../progress.ts'
import { Stop } from '../stop.ts'
import { drawFirstPage } from './read-files.ts'

/** What one step showed, as `report.json` keeps it. */
export type Shown = { step: number; title: string; shown: Record<string, unknown>; pictures: string[]; seconds: number }

const out = path.join(projectFolder, 'out')
const kept = path.join(out, 'demo')

export class Tour {
  readonly steps: Shown[] = []
  #pictures: string[] = []
  #pictureNo = 0
  #progress: Progress | undefined
  /** The window last looked at: where a step fails, what it shows then tells why. */
  #last: Page | undefined

  private constructor(
    private readonly folder: string,
    private readonly slowMs: number,
  ) {}

  /** A tour with a folder of its own, so that two at once do not write into each other's; `slowMs` are waited at each picture,
   *  for people who watch. */
  static async begin({ slowMs }: { slowMs: number }): Promise<Tour> {
    await mkdir(out, { recursive: true })
    const folder = await mkdtemp(path.join(out, 'demo-under-way-'))
    await mkdir(path.join(folder, 'papers'))
    return new Tour(folder, slowMs)
  }

  /** Puts what this tour left in the place of an earlier one's. Gives where it lies, as seen from the project. */
  async end(): Promise<string> {
    await rm(kept, { recursive: true, force: true })
    await rename(this.folder, kept)
    return path.relative(projectFolder, kept)
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
      await this.#last?.screenshot({ path: path.join(this.folder, this.#next('failed')) }).catch(() => undefined)
      const why = error instanceof Error ? error.message.split('\n').slice(0, 6).join('\n') : String(error)
      throw new Stop(
        `Step ${number} (${title}) did not show what it must:\n${why}\nLook at the last pictures in ${path.relative(projectFolder, kept)}/ and run it again; if it stays, run "npm test" and read the first failure.`,
      )
    }
  }

  /** Takes a numbered picture of the window. */
  async picture(page: Page, name: string): Promise<void> {
    this.#last = page
    const file = this.#next(name)
    await page.screenshot({ path: path.join(this.folder, file) })
    this.#pictures.push(file)
    if (this.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, this.slowMs))
  }

  /** The same, once what was said of an act has passed: in a manual's picture it would lie over the strip. */
  async pictureAtRest(page: Page, name: string): Promise<void> {
    await expect(page.locator('.ant-message-notice')).toHaveCount(0)
    await this.picture(page, name)
  }

  /** A numbered picture of a PDF's first page; false where this machine has no program that draws one. */
  async pictureOfPaper(pdf: string, name: string): Promise<boolean> {
    const file = this.#next(name)
    const drawn = await drawFirstPage(pdf, path.join(this.folder, path.parse(file).name))
    if (drawn) this.#pictures.push(file)
    return drawn
  }

  #next(name: string): string {
    this.#pictureNo += 1
    return `${String(this.#pictureNo).padStart(2, '0')}-${name}.png`
  }

  /** Keeps the printed papers of a folder as PDF. Gives their names. */
  async papersFrom(folder: string): Promise<string[]> {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.pdf')).toSorted()
    for (const name of names) await copyFile(path.join(folder, name), path.join(this.folder, 'papers', name))
    return names
  }

  /** Where a file of this name is to be put among what the tour leaves. */
  async placeFor(folder: string, name: string): Promise<string> {
    await mkdir(path.join(this.folder, folder), { recursive: true })
    return path.join(this.folder, folder, name)
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

  async report(rest: Record<string, unknown>): Promise<void> {
    const report = { steps: this.steps, ...rest }
    await writeFile(path.join(this.folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  }
}
