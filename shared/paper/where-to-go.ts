/** 指引单 and 转办单: what somebody takes along who asked for something these windows do not do, or whose question goes to somebody
 *  else. Where, why, by whom: who received the person first answers for it (首问负责). */
import type { Instant } from '../case/ids.ts'
import type { Hall } from '../people/hall.ts'
import { momentWords } from './say.ts'

export type Slip = { title: string; lines: string[] }

/** Who received the person first, and when. */
export type FirstContact = { name: string; badge: string; window: string | null; at: Instant }

/** A telephone known of a place stands in the hall's settings under this name. */
export const phoneSetting = (place: string) => `phone.${place}`

export function whereToGo(
  asked: { about: string; goTo: string; reason: string | null },
  hall: Hall,
  first: FirstContact,
): Slip {
  const phone = hall.settings[phoneSetting(asked.goTo)]
  return {
    title: '指引单',
    lines: [
      '请到这里办：',
      asked.goTo,
      ...(phone === undefined ? [] : [`电话 ${phone}`]),
      '您问的是：',
      asked.about,
      ...(asked.reason === null || asked.reason === '' ? [] : ['为什么不在这里办：', `${asked.reason}。`]),
      ...firstContact(hall, first),
      '到了那里还是办不成的，拿着这张单子打上面的电话，我们帮您问清楚。',
    ],
  }
}

/** The question goes on inside the bureau; whoever gets this calls back. */
export function handedOn(
  asked: { about: string; to: string; phone: string | null },
  hall: Hall,
  first: FirstContact,
): Slip {
  return {
    title: '转办单',
    lines: [
      '转给：',
      asked.to,
      '问的是：',
      asked.about,
      '请回复：',
      asked.phone === null ? '本人在场或再来，请当面答复。' : `电话 ${asked.phone}`,
      ...firstContact(hall, first),
      '答复后请告诉首问的人登记。',
    ],
  }
}

function firstContact(hall: Hall, { name, badge, window, at }: FirstContact): string[] {
  return [
    '首问接待：',
    `${window === null ? '' : `${window} `}${name}（工号 ${badge}）`,
    `${hall.name}　电话 ${hall.phone}`,
    momentWords(at),
  ]
}
