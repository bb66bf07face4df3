/** An error that a page met, as the log takes it. */
export function pageError({ message, stack }: { message: string; stack: string }): Error {
  const error = new Error(message)
  error.name = 'PageError'
  error.stack = stack
  return error
}
