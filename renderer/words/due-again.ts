/** 到期复核 in words. */
export const dueAgainWords = {
  title: '到期复核',
  open: '到期复核',
  about:
    '低保复核、两项补贴年审、高龄补助生存认证、社会组织年检、许可证件延续，到了日子自动列在这里；收了件就不再列。告知承诺办结后要核查的也在这里。',
  due: '最迟',
  what: '要办的事',
  applicant: '对象',
  former: '原来的件',
  act: '办理',
  commitment: '告知承诺事后核查',
  broken: '承诺不实，待撤销或者改正后再核查',
  take: '收件',
  check: '去核查',
  takeBack: '去处理',
  late: '已过期',
  none: '现在没有到期要复核的。',
  more: (most: number) => `只列最急的 ${most} 件，办了再看后面的。`,
  back: '返回待办',
} as const
