/** For the IT officer: what it means where the system keeps no keys, and where they cannot be had. */

export const plainKeyWords = {
  short: '管理员请注意：本机系统没有安全的密钥保管，本机数据的密钥只能放在普通文件里。',
  open: '给管理员的说明',
  title: '给管理员：本机的密钥没有系统保管',
  close: '知道了',
  parts: [
    {
      title: '现在是什么情况',
      lines: [
        '这台电脑的系统没有可用的密钥环（Linux 桌面上的 gnome-keyring、KWallet 一类），本机数据的密钥只能放在当前系统用户的一个普通文件里，文件仅本用户可读。',
      ],
    },
    {
      title: '有什么风险',
      lines: [
        '能读到这个系统用户全部文件的人（系统管理员、拿走整块硬盘的人），可以打开本机的办理记录、草稿和缓存，里面有申请人的个人信息。',
        '只拷走数据文件夹是打不开的：密钥文件放在它外面。但这不能代替系统的密钥保管。',
      ],
    },
    {
      title: '不受影响的',
      lines: [
        '收件、办理、打印和上传照常。密码在本机只留不能还原的校验值。局端的数据不受影响。',
        '这台电脑坏了，未上传的记录仍可以由局端用恢复密钥取出。',
      ],
    },
    {
      title: '怎么办',
      lines: [
        '1. 安装并启用系统密钥环，让它随系统登录一起解锁。Debian、Ubuntu：apt-get install gnome-keyring libsecret-1-0；麒麟、统信等系统自带，在系统设置里启用。',
        '2. 关闭本程序再打开：密钥会自动移入密钥环，这条提示随之消失。',
        '3. 在此之前做的磁盘备份，仍按没有保护的处理；换下的硬盘要销毁。',
        '4. 启用之前，请至少开启整盘加密，一台电脑只给窗口用，离开时锁屏。',
      ],
    },
  ],
} as const

type WhyMissing = 'none' | 'unreadable' | 'storeMissing' | 'notOpened'

const missingCauses: Record<WhyMissing, string> = {
  none: '本机的密钥文件不见了。',
  unreadable: '本机的密钥文件损坏了。',
  storeMissing: '密钥保管在系统密钥环里，而密钥环现在没有打开。多半是密钥环没有随系统登录解锁。',
  notOpened: '保管处的密钥打不开本机数据。可能换了系统用户，密钥环被重置过，或密钥文件被换掉。',
}

export const keysMissingWords = {
  title: '本机密钥取不出来，暂时不能登录',
  safe: '已保存的办件都在本机，没有删除任何内容；已上传的在局端。',
  clerk: '窗口人员：请到另一窗口办理，并告知管理员。',
  it: '管理员：请先用平时的系统用户重新登录电脑，再打开本程序；把密钥文件和密钥环恢复成原样，本机就能接着用。实在恢复不了的，未上传的记录可以由局端用恢复密钥取出，然后重新登记本机。请不要删除数据文件夹。',
} as const

/** `detail` begins with the machine's code. */
export function keysMissingCause(detail: string): string {
  const code = detail.split(':')[0] as WhyMissing
  return missingCauses[code] ?? '原因不明。'
}
