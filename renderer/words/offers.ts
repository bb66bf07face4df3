/** What is said of what earlier cases know already. */
import type { Day } from '../../shared/calendar/day.ts'

type Said = {
  place: { is: 'applicant' | 'person' | 'row' | 'household' | 'card' }
  labels: readonly string[]
  members: number
  who: string
  from: readonly { on: Day; item: { name: string; aliases: readonly string[] } }[]
}

/** What people call the newest case; how many others. */
function named(from: Said['from']): string {
  const [newest, ...others] = from
  if (newest === undefined) return '本表'
  const name = `“${newest.item.aliases[0] ?? newest.item.name}”`
  return others.length === 0 ? name : `${name}等 ${from.length} 件`
}

export const offerWords = {
  /** Whose, and from which case. */
  from: {
    offered: ({ place, who, from }: Said) =>
      place.is === 'card' ? `${who} 证件上的与填写的不同` : `${who} ${from[0]?.on ?? ''}${named(from)}`.trim(),
    taken: ({ place, who, from }: Said) => (place.is === 'card' ? `已读卡 ${who}` : `已带出 ${who}${named(from)}`),
  },
  what: ({ place, labels, members }: Said) =>
    place.is === 'household'
      ? `家庭成员 ${members} 人：${labels.join('、')}`
      : [...(members > 0 ? [`家庭成员 ${members} 人`] : []), ...labels].join('、'),
  take: ({ place }: Said) => (place.is === 'card' ? '换成证件上的' : '带出'),
  undo: '撤销',
  mark: '带出',
  reason: {
    applicant: '同一申请人再次申请，取用以前填写的信息',
    person: '申请表里的有关人员以前办过事，取用以前填写的信息',
    row: '家庭成员以前办过事，取用以前填写的信息',
    household: '同一家庭再次申请，取用以前填写的家庭成员',
    card: '读卡',
  },
  nothing: '没有可以带出的，以前填过的这里都有了',
  failed: '没有带出，请重新登录后再试。',
}
