/** The main job, step by step, in the real window: one application from the counter to the bureau, and one without a network. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { dayOf } from '../../shared/calendar/day.ts'
import { periodAround } from '../../shared/report/period.ts'
import {
  begin,
  changeTo,
  elder,
  finishCard,
  openCase,
  stateOf,
  submit,
  takeBenefit,
} from '../../tests/journeys/counter.ts'
import { type DemoBureau, enrol, openDesk, signIn, startAgain, startDemoBureau } from '../../tests/journeys/desk.ts'
import { answerAtWindow } from './at-window.ts'
import { drawAudit, signAudit } from './audit.ts'
import { amendDay, closeDay } from './close-day.ts'
import { comparePeriods } from './compare-periods.ts'
import { endDay } from './day-end.ts'
import { receivedIn } from './days-before.ts'
import { lookBehind } from './look-behind.ts'
import { type Job, showOtherKinds } from './other-kinds.ts'
import { bringDaysBefore, oversee, own } from './oversee.ts'
import { readCompared, readProof } from './read.ts'
import { reportUpward } from './report-upward.ts'
import type { Tour } from './tour.ts'

const first = elder(21, '张演示')
const second = elder(22, '李演示')
const third = elder(23, '王演示')

/** Runs the tour; everything it starts it ends. */
export async function showMainJob(tour: Tour): Promise<void> {
  const bureau = await startDemoBureau()
  const desk = await openDesk()
  const job: Job = { tour, desk, page: desk.page, bureau }
  const open = { bureau }
  try {
    const numbers: Record<string, string> = {}
    await arrive(job)
    numbers.promised = await takePromised(job)
    numbers.onTheSpot = await takeOnTheSpot(job)
    await decide(job, numbers.promised)
    Object.assign(numbers, await showOtherKinds(job))
    const signed = [await closeDay(job)]
    numbers.offline = await withoutBureau(job, open)
    const counts = await count({ ...job, bureau: open.bureau })
    signed.push(await amendDay(job, numbers.offline))
    const files = await supervise({ ...job, bureau: open.bureau }, signed)
    const cases: { way: string; number: string; state: string }[] = []
    let papers: string[] = []
    await tour.step('What was printed, and where each case stands', async () => {
      for (const [way, number] of Object.entries(numbers)) {
        await openCase(job.page, number)
        cases.push({ way, number, state: await stateOf(job.page) })
      }
      papers = await tour.papersFrom(path.join(desk.home, 'desk/desk/papers'))
      expect(cases.map(({ state }) => state)).toEqual([
        '已送达 · 予以给付',
        '已送达 · 办结',
        '审查中',
        '已送达 · 予以登记',
        '已送达 · 已备案',
        '审查中',
        '审查中',
      ])
      expect(papers.length).toBeGreaterThanOrEqual(8)
      expect(papers).toEqual(expect.arrayContaining(signed.map((number) => `${number}-存档联.pdf`)))
      return { cases: cases.map(({ number, state }) => `${number} ${state}`), papers: papers.length }
    })
    await tour.report({ cases, counts, papers, files })
  } finally {
    await desk.close()
    await rm(desk.home, { recursive: true, force: true })
    await open.bureau.stop()
  }
}

/** The supervisor's day; numbers of what is signed join `signed`. Gives the files that go upward. */
async function supervise(job: Job, signed: string[]): Promise<string[]> {
  await drawAudit(job)
  const { acts, urged } = await bringDaysBefore(job)
  await oversee(job, acts, urged)
  await answerAtWindow(job, urged)
  signed.push(await signAudit(job))
  await comparePeriods(job, acts)
  const month = periodAround('month', dayOf(new Date().toISOString()))
  const files = await reportUpward(job, own.received + receivedIn(acts, month))
  await lookBehind(job)
  await endDay(job)
  return files
}

async function arrive({ tour, desk, page, bureau }: Job): Promise<void> {
  await tour.step('The machine is enrolled with a one-time code', async () => {
    await tour.picture(page, 'enrol')
    await enrol(desk, bureau)
    await tour.picture(page, 'sign-in')
    return { bureau: bureau.url }
  })
  await tour.step('A clerk signs in at window 2', async () => {
    await signIn(desk, bureau, 'li.ck', 2)
    const strip = page.getByRole('banner')
    await expect(strip).toContainText('党员先锋岗')
    await expect(strip).toContainText('2号窗')
    await tour.picture(page, 'window-2')
    return { strip: (await strip.innerText()).replaceAll('\n', ' ') }
  })
}

async function takePromised({ tour, page }: Job): Promise<string> {
  let number = ''
  await tour.step('Somebody of 88 years applies for the old-age benefit (承诺件); the receipt is printed', async () => {
    number = await takeBenefit(page, first, 'accepted', {
      found: () => tour.picture(page, 'intake-find'),
      filled: () => tour.picture(page, 'intake'),
      checked: () => tour.picture(page, 'intake-materials'),
      saved: () => tour.picture(page, 'intake-saved'),
    })
    return { number, applicant: first.name }
  })
  return number
}

async function takeOnTheSpot({ tour, page }: Job): Promise<string> {
  let number = ''
  await tour.step('Somebody gets the card for elders on the spot (即办件), with one paper', async () => {
    number = await finishCard(page, second, () => tour.picture(page, 'on-the-spot'))
    return { number, applicant: second.name }
  })
  return number
}

async function decide({ tour, desk, page, bureau }: Job, number: string): Promise<void> {
  await tour.step('The street has no sign-in here: its opinion is recorded with its document', async () => {
    await openCase(page, number)
    await tour.picture(page, 'case')
    const dialog = await begin(page, /初审/)
    await dialog.getByLabel('意见', { exact: true }).fill('情况属实，同意。')
    await dialog.getByLabel('文号').fill('示街〔2026〕21号')
    await tour.picture(page, 'step-by-document')
    await submit(page, '初审通过')
    return { state: await stateOf(page) }
  })
  await tour.step('The section examines it and proposes', async () => {
    await changeTo(desk, bureau, 'zhao.sc')
    await page.getByRole('link', { name: '待办' }).click()
    await expect(page.getByRole('main')).toContainText(first.name.slice(0, 1))
    await tour.picture(page, 'tasks-examiner')
    await openCase(page, number)
    const examined = await begin(page, /审核/)
    await examined.getByLabel('意见', { exact: true }).fill('材料齐全，符合条件。')
    await submit(page, '审核通过')
    const proposed = await begin(page, '拟办意见')
    await proposed.getByRole('radio', { name: '拟予以给付' }).check()
    await proposed.getByLabel('意见', { exact: true }).fill('符合条件，拟同意发放。')
    await submit(page, '提出拟办意见')
    return { state: await stateOf(page) }
  })
  await tour.step('The chief representative decides; it is not who accepted it', async () => {
    await changeTo(desk, bureau, 'sun.sx', 1)
    await openCase(page, number)
    await begin(page, '予以给付')
    await tour.picture(page, 'decide')
    await submit(page, '予以给付')
    return { state: await stateOf(page) }
  })
  await tour.step('The result is prepared and handed over', async () => {
    await changeTo(desk, bureau, 'li.ck', 2)
    await openCase(page, number)
    await begin(page, '结果备妥')
    await submit(page, '结果备妥')
    await begin(page, '送达')
    await submit(page, '送达')
    await expect.poll(() => stateOf(page)).toBe('已送达 · 予以给付')
    await tour.picture(page, 'case-closed')
    return { state: await stateOf(page) }
  })
}

async function withoutBureau({ tour, page, bureau }: Job, open: { bureau: DemoBureau }): Promise<string> {
  let number = ''
  const bar = page.getByRole('contentinfo').last()
  await tour.step("The bureau's server is killed; the counter goes on", async () => {
    await bureau.kill()
    number = await takeBenefit(page, third, 'accepted', { saved: () => tour.picture(page, 'offline-saved') })
    await expect(bar).toContainText('未连接', { timeout: 60_000 })
    await expect(bar).toContainText(/未上传 \d+ 条/)
    await tour.picture(page, 'offline')
    return { number, status: (await bar.innerText()).replaceAll('\n', ' ') }
  })
  await tour.step('The server comes back; everything reaches it once', async () => {
    open.bureau = await startAgain(bureau)
    await page.getByRole('button', { name: '立即上传' }).click()
    await tour.wait('Uploading', 90, async () => ((await readProof(bar))?.same === true ? 1 : 0))
    const proof = await readProof(bar)
    expect(proof).toMatchObject({ same: true })
    expect(proof?.terminal).toBe(proof?.bureau)
    await tour.picture(page, 'uploaded')
    return { ...proof }
  })
  return number
}

async function count({ tour, desk, page, bureau }: Job): Promise<unknown> {
  let compared: unknown
  await tour.step("The supervisor reads the day's count, the terminal's beside the bureau's", async () => {
    await changeTo(desk, bureau, 'wu.dc')
    await page.getByRole('link', { name: '今日' }).click()
    await tour.wait('Counting', 60, async () => {
      await page.getByRole('region', { name: '本机与局端' }).getByRole('button', { name: '刷新' }).click()
      const { terminal, bureau } = await readCompared(page)
      return bureau !== null && JSON.stringify(terminal) === JSON.stringify(bureau) ? 1 : 0
    })
    const both = await readCompared(page)
    expect(both.terminal).toMatchObject({ 收件: 7, 受理: 6, 办结: 4 })
    await tour.picture(page, 'today')
    compared = both
    return both
  })
  return compared
}
