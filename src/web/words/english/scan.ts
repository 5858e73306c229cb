/** What stands around a scan. */
export const scan = {
  nearer: 'Nearer',
  farther: 'Farther',
  whole: 'Whole page',
  of: (page: string, title: string) => `Scan of ${page} of ${title}`,
}
