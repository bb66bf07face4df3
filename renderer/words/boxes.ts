/** What stands in the boxes of a form before anything is typed, and beside them. */
export const boxWords = {
  typeOrChoose: '打字、拼音首字母或 ↓ 选择',
  /** For a cell of a table. */
  typeOrChooseShort: '打字或 ↓ 选择',
  noneFits: '没有这一项，按 Esc 不选',
  dayLike: '如 19461124',
  timeLike: '如 930',
  yes: '是',
  no: '否',
  yuan: '元',
} as const
