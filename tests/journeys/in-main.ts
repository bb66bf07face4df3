import type { ElectronApplication } from '@playwright/test'

type Electron = typeof import('electron')

/**
 * Asks the main process something and gives its answer, a promise's too. `ask` stands alone there: it sees Electron and what it is given.
 *
 * Playwright's own `evaluate` is answered in the middle of whatever runs, and until that ends only a weak reference of the debugger
 * holds the answer: a collection of garbage loses it, though the act is done ("Resulting promise was garbage collected"). Asked in a
 * turn of its own, it is held until it is given.
 */
export function inMain<Answer, Given = undefined>(
  app: Pick<ElectronApplication, 'evaluate'>,
  ask: (electron: Electron, given: Given) => Answer | Promise<Answer>,
  ...given: Given extends undefined ? [] : [Given]
): Promise<Answer> {
  const inTurn = new Function(
    'electron',
    'given',
    `return new Promise((done, fail) => setImmediate(() => { try { done((${ask})(electron, given)) } catch (error) { fail(error) } }))`,
  ) as (electron: Electron, given: unknown) => Promise<Answer>
  return app.evaluate(inTurn, given[0])
}
