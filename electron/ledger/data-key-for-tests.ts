/** The data key of every book in tests. */
export const dataKey = Buffer.alloc(32, 7)
