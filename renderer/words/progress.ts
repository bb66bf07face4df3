/** The stages of a case in words; an item's own steps have their own names. */

export const progressWords = {
  received: '收件',
  accept: '受理',
  correct: '补正',
  record: '备案',
  decideOnSpot: '当场办理',
  propose: '拟办',
  decide: '决定',
  certificate: '制证',
  deliver: '送达',
} as const
