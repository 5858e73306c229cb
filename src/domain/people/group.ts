/** People to whom documents can be shown that are restricted. */
export type Group = { id: string; name: string; createdAt: string; updatedAt: string; version: number }

/** Somebody in a group. */
export type Member = { id: string; name: string; login: string }
