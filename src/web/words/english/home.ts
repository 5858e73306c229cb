/** The first page, of an archive that holds something and of one that does not yet. */
export const home = {
  title: 'Welcome',
  lead: 'An archive for documents whose story is contested. Every claim is shown with who says so.',
  holds: (documents: string, isOne: boolean) => `${documents} ${isOne ? 'document' : 'documents'}`,
  recent: 'Recently added',
  arrangement: 'The arrangement',
  all: 'All of it',
  allDocuments: 'All documents',
  emptyTitle: 'Nothing is kept here yet',
  empty:
    'Upload scans or texts: each is kept byte for byte, its pages become searchable, and everything said of it is a claim that names its source.',
  uploadFirst: 'Upload the first documents',
  signInFirst: 'Sign in to upload',
  sample:
    'To look round first, sign in and load the sample archive here, or start one of its own, which tells the story of the Serov Instructions:',
  sampleCommand: 'npm run demo',
  samples: {
    title: 'Or look round in a sample',
    lead: 'Six documents with their claims, witnesses and sources tell the story of the Serov Instructions of 1941: undated, misdated by several sources, printed under another order’s number. It is loaded into an empty archive only; what it brings can be deleted like all else.',
    load: 'Load the sample archive',
    partly: 'The loading of the sample archive was interrupted: a part of it is here.',
    goOn: 'Load the rest of the sample',
    loading: 'Loading the sample archive',
    begun: 'It begins…',
    read: (done: number, total: number) => `${done} of ${total} documents are read.`,
  },
}
