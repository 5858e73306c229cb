/**
 * Whether everything is tried, however long it takes: more cases, more kills, and what `npm test` leaves to shorter tests
 * of the same ground (`npm run test:long`).
 */
export const isLong = Boolean(process.env.FONDS_TEST_LONG)
