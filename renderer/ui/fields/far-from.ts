/** How far an option is from what was typed: 其他 itself stands before 其他亲属, and both before what only has it in its middle. */
export function farFrom(typed: string, option: string): number {
  const text = typed.trim()
  if (option === text) return 0
  return option.startsWith(text) ? 1 : 2
}
