/** What the tests use of Citation.js, which has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    input: { chain(input: string, options: { forceType: string }): Record<string, unknown>[] }
  }
}
declare module '@citation-js/plugin-bibtex' {}
