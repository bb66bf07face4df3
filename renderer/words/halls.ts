/** 大厅 in words: of which hall a page is, and what cannot be had of another. */

export const hallWords = {
  choose: '大厅',
  own: (name: string) => `${name}（本厅）`,
  /** On the pages that are made of what this terminal has. */
  onlyOwn: '这一页只有本厅的。别的大厅的，请到那个大厅的终端上看。',
  looking: (name: string) => `现在看的是${name}，不是本厅；数都由局端给。里面的件要打开、要办，请到${name}的终端上。`,
  back: '回到本厅',
  here: '本厅',
  asking: '正在向局端取',
  unreachable: '现在连不上局端。别的大厅的数只有局端有，本机没有；连上后自动取来。',
  notGranted: '地址里写的大厅没有开给您，看不了。要看的，请信息中心开通；开通后按“再取一次”就有，不用重新登录。',
  /** Under a list of another hall's cases. */
  listed: (name: string) => `这些件在${name}，要打开请到那里的终端上。`,
  signThere: (name: string) => `日结只在${name}的终端上签：没有弄清的要在那里当面问，签字也记进那里的流水。`,
  printThere: (name: string) => `补打在${name}的终端上。`,
  exporting: '另一个大厅的导出还没有做完，做完再导这里的。',
  today: '今日只有本厅的；别的大厅这一天的数：',
} as const
