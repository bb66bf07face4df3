/** Whoever is asked for has left: a page that is being taken down asks once more, and nothing is wrong. Not behind a lock: whoever
 *  locked comes back to the same page, and must read what did not succeed meanwhile. */
export class NobodyThere extends Error {
  constructor() {
    super('whoever this was asked for has left')
    this.name = 'NobodyThere'
  }
}
