/** The head of a document and the ways to look at it. */
export const document = {
  views: 'Views of this document',
  read: 'Read',
  provenance: 'Provenance',
  notes: 'Annotations',
  describe: 'Describe',
  page: (label: string) => `page ${label}`,
  undated: 'undated',
  by: (creator: string) => `by ${creator}`,
}
