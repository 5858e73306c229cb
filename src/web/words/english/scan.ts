/** What stands around a scan. */
export const scan = {
  nearer: 'Nearer',
  farther: 'Farther',
  whole: 'Whole page',
  turn: 'Turn clockwise',
  keys: 'Arrow keys move it, plus and minus bring it nearer and farther, 0 shows the whole, R turns it.',
  of: (page: string, title: string) => `Scan of ${page} of ${title}`,
}
