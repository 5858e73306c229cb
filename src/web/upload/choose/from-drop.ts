import { type Choice, inOrder, isHidden } from './chosen.ts'

/**
 * What was dropped, with everything in folders; `onFound` is told how many files there are so far. To be called while the
 * event is handled: afterwards the browser has forgotten what was dropped.
 */
export function fromDrop(dropped: DataTransfer, onFound: (count: number) => void): Promise<Choice> {
  const entries = [...dropped.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
    .filter((entry) => entry !== null)
  return walk(entries, onFound)
}

async function walk(
  entries: readonly (FileSystemEntry | File)[],
  onFound: (count: number) => void,
): Promise<Choice> {
  const choice: Choice = { files: [], unread: [] }
  // By a list, not by recursion: folders may be nested as deeply as somebody likes.
  const left = entries.toReversed()
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (isHidden(next.name)) continue
    if (next instanceof File) choice.files.push({ path: next.name, file: next })
    else {
      // Begins with a slash: the root is what was dropped.
      const path = next.fullPath.slice(1)
      try {
        if (isFolder(next)) left.push(...(await entriesIn(next)).reverse())
        else choice.files.push({ path, file: await fileOf(next) })
      } catch {
        choice.unread.push(path)
      }
    }
    onFound(choice.files.length)
  }
  return { ...choice, files: inOrder(choice.files) }
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    // A hundred at a time, until there are none.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return entries
    entries.push(...some)
  }
}

const fileOf = (entry: FileSystemEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    // What is no folder is a file; the types have it so, too, but cannot tell.
    const file = entry as FileSystemFileEntry
    file.file(resolve, reject)
  })
