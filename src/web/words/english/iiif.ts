/** What is said where viewers of IIIF come from, and go to. */
export const iiif = {
  noPlace: 'No place of this archive',
  notUnderstood:
    'The link names its place in a form that is not understood. Ask for it again as a link of this archive, or search for the document.',
  elsewhere: 'What the link names is not kept in this archive. It is said to be here:',
  manifest: 'IIIF manifest of the document',
  manifestHint:
    'For Mirador, Universal Viewer and other viewers: paste it there, or drag it onto their window.',
  state: 'This place for IIIF viewers',
  stateHint: 'A content state: behind a viewer’s address as ?iiif-content= it opens the viewer here.',
}
