/** What links into the desk begin with: by itself, for who only has to know one when they see it. */
export const LINK_SCHEME = 'pioneer-desk'
