/** The frame around every page, and what any page may have to say. */
export const shell = {
  archive: 'Fonds',
  skip: 'Skip to the content',
  places: 'Parts of the archive',
  search: 'Search',
  browse: 'Browse',
  upload: 'Upload',
  attention: 'Needs attention',
  /** How much waits; of what there is a thousand of, no more is counted. */
  waiting: (count: number, isMore: boolean) => (isMore || count > 999 ? '999+' : String(count)),
  jobs: 'Jobs',
  signIn: 'Sign in',
  signOut: 'Sign out',
  /** Of who has signed in with a token that has no name. */
  nameless: 'Your account',
  reading: 'Reading…',
  again: 'Try again',
  nothingHere: 'Nothing is at this address',
  nothingHereSays: 'Perhaps it was moved or deleted, or you have to sign in to see it.',
  toSearch: 'Search the archive',
  wentWrong: 'This did not work',
  wrongPart: 'Something in this page went wrong. The rest still works.',
  printedFrom: 'Printed from',
  api: 'API',
  help: 'How to search',
  theme: { label: 'Colours', auto: 'As the system', light: 'Light', dark: 'Dark' },
}
