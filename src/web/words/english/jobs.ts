type Told<V> = Record<string, V | undefined>

/** What the archive is at: its jobs. */
export const jobs = {
  title: 'Jobs',
  filters: 'Which jobs',
  shown: {
    all: 'All',
    running: 'Running',
    waiting: 'Waiting',
    failed: 'Failed',
    done: 'Done',
    cancelled: 'Cancelled',
  },
  none: 'There are no jobs yet. Whatever is uploaded, imported or recognised anew is one; it stands here while the archive is at it, and afterwards.',
  noneOf: {
    running: 'Nothing runs just now.',
    waiting: 'Nothing waits.',
    failed: 'Nothing failed.',
    done: 'Nothing is done yet.',
    cancelled: 'Nothing was cancelled.',
  },
  newest: 'The newest',
  older: 'Older ones',
  kinds: {
    ingest: 'Reads the files of',
    extract: 'Reads',
    picture: 'Makes images and recognises pages of',
    describe: 'Describes documents anew that name what was changed',
    import: 'Imports the table',
    bulk: 'Adds',
  } as Told<string>,
  units: {
    ingest: ['page', 'pages'],
    picture: ['page', 'pages'],
    describe: ['document', 'documents'],
    import: ['row', 'rows'],
    bulk: ['file', 'files'],
    extract: ['page', 'pages'],
  } as Told<readonly [string, string]> & { extract: readonly [string, string] },
  ofDocument: 'of',
  deleted: 'a document that was deleted',
  states: {
    queued: 'waiting',
    running: 'running',
    done: 'done',
    failed: 'failed',
    cancelled: 'cancelled',
  } as Told<string>,
  progress: 'How far it is',
  of: (done: string, total: string) => `${done} of ${total}`,
  aSecond: (count: string, units: string) => `${count} ${units} a second`,
  aMinute: (count: string, units: string) => `${count} ${units} a minute`,
  left: (time: string) => `${time} left`,
  begun: 'Begun',
  ended: 'ended',
  mendFiles:
    'What was read stays. Mend or replace what is broken and add it to the document, or run it again if the machine was at fault.',
  toUnread: 'Which could not be read, and why',
  mendUploads: 'What was added stays. Mend what is named and choose it again among the uploads.',
  toUploads: 'Which failed, and why',
  mend: {
    extract:
      'The file is kept as it came. Add a whole copy of it to the document, or run it again if the machine was at fault.',
    picture:
      'The scan is kept as it came. Run it again once what is named was mended, or add a whole copy of the scan to the document.',
    import:
      'The rows before it were added. Mend the table and import it again: rows with a key are not added twice.',
    describe: 'Run it again; if it fails again, the log of the archive says why.',
  } as Told<string>,
  cancelled: 'What was done before stays. Run it again to have the rest done.',
  cancel: 'Cancel',
  retry: 'Run again',
}
