/** A file that somebody chose, and its path within what was chosen: its name alone where it came without a folder. */
export type Chosen = { path: string; file: File }

/** What was chosen, and what the browser could not open. */
export type Choice = { files: Chosen[]; unread: string[] }

/** The files of a picker, those that are hidden left out. */
export const fromPicker = (files: Iterable<File>): Choice => ({
  files: inOrder(
    [...files]
      .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
      .filter(({ path }) => !path.split('/').some(isHidden)),
  ),
  unread: [],
})

/** Whether nobody means a file to be kept: it is hidden, or left there by a system. The archive passes over such files, too. */
export const isHidden = (name: string): boolean =>
  name.startsWith('.') || /^(thumbs\.db|ehthumbs\.db|desktop\.ini|__macosx|\$recycle\.bin)$/i.test(name)

const natural = new Intl.Collator('en', { numeric: true })

/** Files in the order in which people count them: `p2` before `p10`. */
export const inOrder = (files: readonly Chosen[]): Chosen[] =>
  files.toSorted((a, b) => natural.compare(a.path, b.path))

/** The one folder in which everything lies that was chosen; null where there is none. */
export function folderOf(files: readonly Pick<Chosen, 'path'>[]): string | null {
  const tops = new Set(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')))
  const [top = ''] = tops
  return tops.size === 1 && top !== '' ? top : null
}

/** What a file is known by on this device, so that it is recognised when it is chosen again. */
export const printOf = ({ path, file }: Chosen): string => `${path}|${file.size}|${file.lastModified}`
