/** What no other reader does better with: a password, what is no PDF, and what took the time of a whole file. */
const hopeless = /^(?:is encrypted|is empty|is not a PDF|took more than)/

/**
 * Whether a PDF, or a page of it, that could not be read is tried once more with another program; `because` says why it
 * could not. What made its reader crash, need too much memory or stand still is: once, within the same bounds. Where there are
 * several pages, that is the page alone at which the reader was lost.
 */
export const isWorthAnother = (because: string): boolean => !hopeless.test(because)
