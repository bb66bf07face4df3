/** The few sentences the machine itself says, when no page can. */

export const windowWords = {
  title: '先锋岗窗口',
  trainingTitle: '练习 · 先锋岗窗口（不算数、不上传）',
  nothingToPractise: {
    title: '还不能练习',
    text: '练习用的是这台机器上次取到的事项、日历和文书。请先把本机登记好，登录一次，再来练习。',
  },
  understood: '知道了',
  busy: {
    message: '有一项操作还没有完成',
    detail: '正在保存或送往打印机。请稍等片刻再关闭。',
    stay: '先不关闭',
    leave: '仍要关闭',
  },
  unsaved: {
    message: '已填内容还没有存为草稿',
    detail: '现在关闭会丢失刚才填写的内容。',
    stay: '先不关闭',
    leave: '仍要关闭',
  },
  cameBack: {
    message: '窗口页面意外退出，已重新打开',
    detail: (incident: string) =>
      `已保存的办件不受影响，填写中的内容在草稿里。如反复出现，请记下编号 ${incident} 告知管理员。`,
  },
  endsOften: {
    message: '窗口页面反复退出',
    detail: (incident: string) =>
      `已保存的办件不受影响。请关闭程序后重新打开；仍不行，请记下编号 ${incident} 告知管理员。`,
  },
  file: {
    item: '选择事项文件',
    calendar: '选择放假安排文件',
    scans: '选择附件',
    scanKind: '扫描件或照片（PDF、JPEG、PNG）',
    kind: '事项或放假安排（JSON）',
    save: '保存到',
    saveKind: {
      xlsx: 'Excel 工作簿',
      pdf: 'PDF 文件',
      csv: 'CSV 文件',
      json: '办件信息交换文件（JSON）',
    },
  },
  cannotOpen: {
    title: '先锋岗窗口未能打开',
    text: (incident: string) =>
      `已保存的办件不受影响，没有删除任何内容。请重新打开程序；仍不行，请记下编号 ${incident} 告知管理员。`,
  },
} as const
