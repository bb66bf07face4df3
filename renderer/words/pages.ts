/** What pages are called, and what is said to whoever may not open one. */
import type { PagePath } from '../../shared/contract/pages.ts'
import { adminWords } from './admin.ts'
import { auditWords } from './audit.ts'
import { dueAgainWords } from './due-again.ts'
import { planWords } from './plans.ts'
import { shellWords } from './shell.ts'
import { areaWords } from './supervise.ts'

const form = '收件登记'

export const pageNames: Record<PagePath, string> = {
  '/intake': shellWords.intake,
  '/intake/form/:form': form,
  '/intake/saved': form,
  '/tasks': shellWords.tasks,
  '/tasks/again': dueAgainWords.title,
  '/case/:case': '办件',
  '/search': shellWords.search,
  '/today': shellWords.today,
  '/today/check': '日清',
  '/supervise': shellWords.supervise,
  '/supervise/figures': areaWords.figures,
  '/supervise/in-time': areaWords.inTime,
  '/supervise/plans': areaWords.plans,
  '/supervise/plans/week': planWords.week,
  '/supervise/plans/month': planWords.months,
  '/supervise/exports': areaWords.exports,
  '/supervise/close': areaWords.close,
  '/supervise/close/:day': areaWords.close,
  '/supervise/ratings': areaWords.ratings,
  '/supervise/audit': areaWords.audit,
  '/supervise/audit/openings': auditWords.openings,
  '/supervise/audit/books': auditWords.books,
  '/supervise/audit/:audit': areaWords.audit,
  '/stand-ins': shellWords.standIns,
  '/admin': adminWords.items,
  '/admin/confirm': adminWords.confirm,
  '/admin/hall': adminWords.hall,
  '/admin/calendar': adminWords.calendar,
  '/admin/item/:code': adminWords.items,
  '/admin/item-file': adminWords.addItem,
  '/admin/calendar-file': adminWords.addCalendar,
}

export const notYoursWords = {
  title: (page: string) => `“${page}”不对您开放`,
  text: (who: string, mine: string) =>
    `这一页由${who}打开，您现在是${mine}。需要看里面的内容，请找他们；岗位有变动的，请告知系统管理员。`,
  ownOnly: '代岗期间不能再指定别人代岗。',
  back: '回到首页',
} as const
