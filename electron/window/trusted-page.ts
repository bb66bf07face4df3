/** Which page the machine listens to. */

export const SCHEME = 'app'
export const HOST = 'desk'
/** The packaged page. */
export const PAGE = `${SCHEME}://${HOST}/index.html`

/** Do two addresses name the same scheme and host? Not asked by `origin`: in main that of an own scheme is the text "null". */
export function isPageOf(address: string, page: string): boolean {
  try {
    const [asked, own] = [new URL(address), new URL(page)]
    return asked.protocol === own.protocol && asked.host === own.host
  } catch {
    return false
  }
}
