/** The head of a document and the ways to look at it. */
export const document = {
  views: 'Views of this document',
  read: 'Read',
  provenance: 'Provenance',
  notes: 'Annotations',
  describe: 'Describe',
  addFiles: 'Add files',
  add: {
    title: 'Add files',
    lead: 'A further scan, a transcription, a translation or an image becomes a file of this document. What is there stays as it is.',
    role: 'What they are',
    anyRole: 'as the archive tells by the file: texts are transcriptions, all else scans',
    roleHint:
      'The text of a transcription or translation comes to the pages of the scan beside which it is added.',
    roles: { scan: 'scans', transcription: 'transcriptions', translation: 'translations' },
    witness: 'Witness',
    witnessHint: 'The bearer of the text that they show, or whose text they are.',
    send: 'Add',
    more: 'Add more',
  },
  page: (label: string) => `page ${label}`,
  undated: 'undated',
  by: (creator: string) => `by ${creator}`,
}
