/** 日学、周练 in words. */
export const studyWords = {
  title: '每日一学',
  kinds: { policy: '政策', mistake: '错例' },
  open: '看一看',
  close: '收起',
  away: '今天不看',
  off: '以后不显示',
  on: '每日一学',
  exercise: (n: number) => `本周练：还有 ${n} 题`,
  own: '答案只记在本机，只有自己看得到，不排名、不上报。',
  letter: (at: number) => 'ABCD'[at] ?? '',
  right: '答对了',
  wrong: (letter: string) => `应选 ${letter}`,
  source: (source: string) => `出处：${source}`,
} as const
