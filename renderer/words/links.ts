/** Links between colleagues in words. */

export const linkWords = {
  copy: '复制链接',
  copied: '已复制链接，发给同事打开就是这一页',
  noLink: '这个链接打不开：不是本程序的页面，或者抄得不全。请同事重新复制一次。',
  ask: '打开同事发来的链接？',
  askText: '这一页正在填。申请表会留作草稿，回来接着填；别的还没有保存的内容会丢。',
  open: '打开链接',
  stay: '先不打开',
} as const
