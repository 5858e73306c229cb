/**
 * The same statement, but of one plan whatever is bound. SQLite plans a statement anew when something else is bound to
 * what is compared with a column, or limits how many rows are wanted; and since better-sqlite3 takes off after each run
 * what was bound, that would be at every run, and cost many times what most runs do. What has a sign is not looked at.
 */
export const plannedOnce = (sql: string): string => sql.replace(/(=|\bis|\blimit|\boffset) (?=[?:])/g, '$1 +')
