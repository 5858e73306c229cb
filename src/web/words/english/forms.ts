/** What is the same in every form. */
export const forms = {
  save: 'Save',
  cancel: 'Cancel',
  addRow: (one: string) => `Add ${/^[aeio]/.test(one) ? 'an' : 'a'} ${one}`,
  remove: (one: string, at: number) => `Take ${one} ${at} away`,
  leave: 'What you wrote here was not saved. Leave it?',
  date: {
    hint: 'In words or as EDTF: between 3 Feb and 7 June 1941 · before June 1941 · ca. 1941 · 1941-06-07',
    reads: (said: string) => `Reads: ${said}`,
    assumed: (what: string) => `(${what})`,
    undated: 'That says that there is no date. Leave the field empty where none is known.',
    otherCalendar: (calendar: string, day: string | null) =>
      `This is a date of the ${calendar} calendar; here days of the Gregorian one are kept.${
        day ? ` Write ${day}.` : ' Write it as that.'
      }`,
  },
  clash: {
    conflict: 'Somebody else changed the same meanwhile. Nothing of yours was saved yet.',
    theirs: 'They wrote',
    yours: 'You wrote',
    nothing: '(nothing)',
    overwrite: 'Save mine over theirs',
    takeTheirs: 'Take theirs',
  },
}
