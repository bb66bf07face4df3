/** The doors of links into the desk: what came from outside, and what somebody tells a colleague. */
import { linkTo, readLink } from '../../shared/contract/desk-link.ts'
import type { Clipboard } from '../carrying.ts'
import type { DeskLinks } from '../links/desk-links.ts'
import type { DeskHandlers } from '../serve.ts'

type Behind = Extract<keyof DeskHandlers, `link.${string}`>

export function linkHandlers(
  links: Pick<DeskLinks, 'take'> | undefined,
  clipboard: Clipboard,
): Pick<DeskHandlers, Behind> {
  return {
    'link.take': () => {
      const link = links?.take() ?? null
      return link === null ? null : { address: readLink(link) ?? null }
    },
    'link.copy': async ({ address }) => {
      await clipboard.write(linkTo(address))
      return null
    },
  }
}
