/** What waits for an archivist. */
export const attention = {
  title: 'Needs attention',
  only: 'What waits is shown to archivists. Sign in as one to see it.',
  count: (many: number) => (many >= 1000 ? '1,000 or more' : String(many)),
  noneAtAll:
    'Nothing waits for you. What the archive is unsure of, or could not do, will be listed here with how to settle it.',
  nothing: 'Nothing waits here.',
  noneHere: 'None among those looked at so far.',
  doubtful: 'Pages to look over',
  doubtfulLead: 'They were recognised with little confidence, and nobody has corrected them yet.',
  lookOver: 'Look over the least sure first',
  disputed: 'Claims that disagree',
  disputedLead:
    'Of these documents the best claims say different things, or the evidence for the date cannot hold together. A preferred claim, or a deprecated one with a reason, settles it.',
  clashing: 'evidence for the date clashes',
  suggestions: 'Suggestions',
  suggestionsLead: 'The archive noticed that documents are alike. Accept what is so, dismiss what is not.',
  lost: 'Annotations that lost their place',
  lostLead: 'The text was corrected, and the words that they are about stand nowhere, or in several places.',
  states: { orphaned: 'lost its place', ambiguous: 'unsure where' },
  unread: 'Files that could not be read',
  unreadLead: 'Each is kept as it came. Mend or replace what is broken and add it to the document again.',
  damaged: 'Originals that are damaged',
  damagedLead:
    'Their bytes are missing or no longer what they were. "fonds verify" tells of which documents, "fonds verify --repair-from" puts them back from a backup.',
  jobs: 'Failed jobs',
  jobsLead: 'Run them again once what stood in their way is gone.',
  allJobs: 'All jobs',
  allNotes: 'All annotations',
}
