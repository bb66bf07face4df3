/** What roles are called. */
import type { Role } from '../../shared/people/role.ts'

export const roleNames: Record<Role, string> = {
  clerk: '窗口人员',
  examiner: '审查员',
  chief: '首席代表',
  head: '局领导',
  supervisor: '督查员',
  admin: '系统管理员',
}

/** 审查员（养老服务科）; a seat at any office is just the role. */
export function seatText(role: Role, office: string | null): string {
  return office === null ? roleNames[role] : `${roleNames[role]}（${office}）`
}
