const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

/** The day of a time. */
export const day = (iso: string): string => format.format(new Date(iso))
