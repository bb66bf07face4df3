/** Whoever is asked for has left or locked: a page that is being taken down asks once more, and nothing is wrong. */
export class NobodyThere extends Error {
  constructor() {
    super('nobody works here now')
    this.name = 'NobodyThere'
  }
}
