/** What the areas of whoever oversees are called. */

export const areaWords = {
  places: '督查各页',
  figures: '统计',
  inTime: '督办',
} as const
