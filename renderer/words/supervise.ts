/** What the areas of whoever oversees are called. */

export const areaWords = {
  places: '督查各页',
  figures: '统计',
  inTime: '督办',
  plans: '计划与评比',
  exports: '报送',
  close: '日结',
  ratings: '评价单',
  audit: '稽核',
} as const
