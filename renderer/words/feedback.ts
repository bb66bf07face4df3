/** Short words of the house's own parts. */

export const feedbackWords = {
  closeFirst: '先按 Esc 关上这个框，再按 Ctrl+F 查找。',
} as const
