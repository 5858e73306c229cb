import fc from 'fast-check'

/** `npm test` says the same of the same code whenever it runs; the long form looks for what nobody has thought of. */
if (!process.env.FONDS_TEST_LONG) fc.configureGlobal({ seed: 1941 })
