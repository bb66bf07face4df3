/** The id of a field of an act's dialog. */
export function fieldId(name: string): string {
  return `act-${name.replaceAll('.', '-')}`
}
