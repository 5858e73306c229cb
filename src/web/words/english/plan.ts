/** What uploads are to become, and what became of them. */
export const plan = {
  title: 'What becomes of them',
  sofar: 'See what becomes of what has arrived so far',
  reading: 'Looking at what they would become…',
  sum: (documents: string, files: string) =>
    `${documents === '1' ? '1 document' : `${documents} documents`} of ${files === '1' ? '1 file' : `${files} files`}.`,
  nothing: 'Nothing that has arrived can become a document.',
  byManifest: 'A manifest among the files says which files make which documents.',
  becomes: 'It becomes',
  groupings: {
    folder: 'its images one document, all else by itself',
    file: 'each file a document',
    none: 'nothing: it is left out',
  },
  noFolder: 'no folder',
  roles: {
    scan: 'Pages',
    text: 'Text',
    transcription: 'Transcription',
    translation: 'Translation',
    metadata: 'Said of it by',
  } as Record<string, string | undefined>,
  files: (first: string, last: string, count: string) => `${first} … ${last} (${count})`,
  moreDocuments: 'Show more documents',
  moreFolders: 'Show more folders',
  wrong: 'will not be added',
  toMend: 'Mend what is named, and choose the mended file again: it takes the place of the other.',
  notTaken: (count: string) => `Not taken (${count})`,
  passedOver: (count: string) => `Passed over (${count})`,
  duplicates: (count: string) => `Duplicates (${count})`,
  duplicatesLead:
    'The archive has these bytes already; unless they are left out, they are kept a second time.',
  sameAs: (path: string) => `has the same bytes as ${path}, which is among these files.`,
  skipKnown: 'Leave out what the archive has already',
  all: 'Said of each document that does not say otherwise',
  collection: 'Collection',
  collectionHint: 'Its reference code or id, such as K-1/58.',
  asUsual: 'as usual: public',
  commit: 'Make documents of them',
  commitMore: 'Add what is new',
  commitWaits: 'This can be done once everything was sent.',
  commitHint: 'Files stay byte for byte as they are; documents can be changed afterwards.',
}

/** How far documents of uploads are. */
export const coming = {
  title: 'What became of them',
  waiting: (files: string) =>
    files === '1' ? '1 scan is still to be recognised.' : `${files} scans are still to be recognised.`,
  unattended: (files: string) =>
    files === '1'
      ? '1 scan waits for a recognition that does not come.'
      : `${files} scans wait for a recognition that does not come.`,
  off: 'Recognition is off here. Whoever keeps the archive starts it without FONDS_OCR=off to have it; what waits is then recognised by itself. Until then scans can be looked at and transcribed by hand.',
  lacking:
    'A language is missing, or it was cancelled: each page says what it lacks. Once the language is installed and the archive started anew, recognition goes on by itself; what was cancelled is run again under Jobs.',
  documents: 'Documents',
  read: (read: string, files: string) => `${read} of ${files} files read`,
  pages: (pages: string) => (pages === '1' ? '1 page' : `${pages} pages`),
  failed: (failed: string) => (failed === '1' ? '1 file failed' : `${failed} files failed`),
  readable: 'Pages to read so far:',
  page: (number: number) => `Page ${number}`,
  none: 'None so far.',
  first: 'From the beginning',
  next: 'Show the next',
  failures: (count: string) => `Failed (${count})`,
  failuresLead:
    'What was not added is mended and chosen again here, under the same name. What is in a document and cannot be read is kept; add a whole copy to that document.',
  toDocument: 'its document',
  orMore: (count: number) => `${count} and more`,
  again: 'Try again what failed',
}
