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

/** 代赵示例：审查员（养老服务科）, what somebody does in another's place. */
export function standInText(away: string, seats: readonly string[]): string {
  return `代${away}：${[...new Set(seats)].join('、')}`
}

/** 王示例（代赵示例）: who did it, and in whose place. */
export function doerText(name: string, away: string | null): string {
  return away === null ? name : `${name}（代${away}）`
}

/** What a narrow column has room for: 养老服务科, 窗口人员. */
export function seatShort(role: Role, office: string | null): string {
  return role === 'examiner' && office !== null ? office : roleNames[role]
}

/** 审查员（养老服务科）. The other roles have one office each, and their names tell it: 局领导（局领导） says nothing more. */
export function seatText(role: Role, office: string | null): string {
  return office === null || role !== 'examiner' ? roleNames[role] : `${roleNames[role]}（${office}）`
}
