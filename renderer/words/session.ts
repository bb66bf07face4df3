/** Sign-in, enrolment and lock in words. */
import type { z } from 'zod'
import type { EnrolRefusal, SignInRefusal } from '../../shared/contract/doors.ts'
import { timeText } from './dates.ts'

type SignInWhy = z.infer<typeof SignInRefusal>['why']
type EnrolWhy = z.infer<typeof EnrolRefusal>['why']

const signInSentences: Record<SignInWhy, string> = {
  wrong: '用户名或密码不对，请再试。',
  locked: '密码错误次数过多，已暂停登录。',
  neverHere: '网络未连接，而您没有在本机登录过。请连接网络后再登录，或到登录过的窗口。',
  noRole: '您今天没有可用的岗位，请联系管理员。',
  windowClosed: '这个窗口没有开放，请选择别的窗口。',
  bureauUnreachable: '连不上局端服务器，请检查网络后再试。',
}

export function signInText({ why, tryAgainAt }: z.infer<typeof SignInRefusal>): string {
  return tryAgainAt === null ? signInSentences[why] : `${signInSentences[why]}${timeText(tryAgainAt)} 后可再试。`
}

export const enrolSentences: Record<EnrolWhy, string> = {
  badCode: '登记码不对，请核对后再输。',
  usedCode: '这个登记码已经用过，请向管理员要一个新的。',
  bureauUnreachable: '连不上局端服务器，请检查地址和网络。',
  badAddress: '这个地址不是本局的服务器，请核对。',
}

export const sessionWords = {
  pioneer: '党员先锋岗',
  bureau: '政务服务窗口',
  signIn: '登录',
  chooseYourself: '请选择您的名字',
  other: '其他人',
  personId: '用户名',
  personIdHelp: '由管理员分配，字母开头',
  password: '密码',
  window: '窗口',
  office: '科室终端',
  windowOption: (no: number, name: string, open: boolean) =>
    `${no}号窗口${name === `${no}号窗口` ? '' : ` · ${name}`}${open ? '' : '（未开放）'}`,
  ended: '登录已到期：收件和办理照常保存、照常上传，但暂时查不了局端。请重新输入一次密码，已填的内容都在。',
  signInAgain: '重新登录',
  lock: '锁屏',
  unlock: '解锁',
  changeClerk: '换人',
  lockedTitle: '已锁屏',
  lockedText: '已填的内容都在，解锁后继续。',
  stay: '返回',
  newClerkText: '换人登录后，前一位未办完的表单在“收件”的草稿里，可以接手。',
  signOut: '退出登录',
  signOutAsk: '确定退出登录吗？',
  signOutText: '未办完的表单已存为草稿，未上传的件会继续上传。',
  enrolTitle: '本机首次使用',
  enrolText: '请输入管理员给的服务器地址和一次性登记码。登记后本机得到自己的终端号。',
  bureauAddress: '局端服务器地址',
  enrolCode: '一次性登记码',
  enrol: '登记本机',
  needAddress: '请填写完整的地址，例如 https://bureau.example',
  needCode: '请填写登记码',
  needPerson: '请填写用户名',
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
  needPassword: '请填写密码',
  noPublished: '还没有取得事项目录。连接网络后会自动取得。',
  tryAgain: '再试一次',
  terminalNo: '终端号',
  version: '版本',
  starting: '正在启动……',
} as const
