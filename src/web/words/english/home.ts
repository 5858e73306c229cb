/** The first page, of an archive that holds something and of one that does not yet. */
export const home = {
  title: 'Welcome',
  lead: 'An archive for documents whose story is contested. Every claim is shown with who says so.',
  holds: (documents: string, isOne: boolean) => `${documents} ${isOne ? 'document' : 'documents'}`,
  recent: 'Recently added',
  arrangement: 'The arrangement',
  all: 'All of it',
  pages: (count: number) => (count === 1 ? '1 page' : `${count} pages`),
  emptyTitle: 'Nothing is kept here yet',
  empty:
    'Upload scans or texts: each is kept byte for byte, its pages become searchable, and everything said of it is a claim that names its source.',
  uploadFirst: 'Upload the first documents',
  signInFirst: 'Sign in to upload',
  sample:
    'To look round first, stop this server and start the sample archive, which tells the story of the Serov Instructions:',
  sampleCommand: 'npm run demo',
}
