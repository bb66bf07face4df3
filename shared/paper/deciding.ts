/** What deciding is called, by the kind of item: only a permit is permitted (行政许可法第三十八条), a benefit is given, a fact
 *  confirmed, a service done, a filing kept. An item may name its own act (登记、认定、救助). One table for pages and papers. */
import type { Item, Kind } from '../item/item.ts'

export type Deciding = {
  /** The act as a noun: 许可、登记、救助. */
  act: string
  /** On the button, in the history and in lists. */
  grant: string
  refuse: string
  /** As an opinion before it is decided. */
  wouldGrant: string
  wouldRefuse: string
  /** Over what is granted. */
  content: string
}

const acts: Record<Kind, string> = {
  permit: '许可',
  benefit: '给付',
  confirmation: '确认',
  service: '办理',
  filing: '备案',
}

/** The words of an item, or of a kind alone where the item is not known here. */
export function decidingOf({ kind, result }: { kind: Kind; result?: Pick<Item['result'], 'deciding'> }): Deciding {
  const own = result?.deciding
  const act = own?.act ?? acts[kind]
  const gives = kind === 'permit' ? `准予${act}` : `予以${act}`
  const grant = own?.grant ?? (kind === 'service' ? '办结' : kind === 'filing' ? act : gives)
  const refuse = own?.refuse ?? `不予${act}`
  return {
    act,
    grant,
    refuse,
    wouldGrant: `拟${own?.grant ?? gives}`,
    wouldRefuse: `拟${refuse}`,
    content: kind === 'permit' ? '准予的内容' : `${act}的内容`,
  }
}
