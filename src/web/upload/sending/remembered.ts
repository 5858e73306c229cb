/** A file that is, or was, on its way from this device. `upload` is where its bytes go; null before that is known. */
export type Remembered = {
  batch: string
  path: string
  /** What the file is recognised by when it is chosen again. */
  print: string
  bytes: number
  upload: string | null
  isWhole: boolean
  at: number
}

const database = 'fonds-uploads'
const store = 'files'
const longestMs = 30 * 24 * 3_600_000

// What is remembered saves sending again; where a browser keeps nothing, everything is sent.
let opened: Promise<IDBDatabase | null> | null = null

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(database, 1)
      request.onupgradeneeded = () => {
        const files = request.result.createObjectStore(store, { keyPath: ['batch', 'path'] })
        files.createIndex('print', 'print')
        files.createIndex('at', 'at')
      }
      request.onsuccess = () => {
        request.result.onversionchange = () => request.result.close()
        resolve(request.result)
      }
      request.onerror = () => resolve(null)
      request.onblocked = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
  return opened
}

async function using<T>(
  mode: IDBTransactionMode,
  otherwise: T,
  act: (files: IDBObjectStore, answer: (value: T) => void) => void,
): Promise<T> {
  const db = await open()
  if (db === null) return otherwise
  return new Promise((resolve) => {
    try {
      let told = otherwise
      const transaction = db.transaction(store, mode)
      transaction.oncomplete = () => resolve(told)
      transaction.onabort = () => resolve(otherwise)
      act(transaction.objectStore(store), (value) => {
        told = value
      })
    } catch {
      resolve(otherwise)
    }
  })
}

/** Notes files, or notes anew how far they are. */
export const remember = (files: readonly Remembered[]): Promise<void> =>
  using<void>('readwrite', undefined, (kept) => {
    for (const file of files) kept.put(file)
  })

/** The files of a batch. */
export const recallBatch = (batch: string): Promise<Remembered[]> =>
  using<Remembered[]>('readonly', [], (kept, answer) => {
    const request = kept.getAll(wholeBatch(batch))
    request.onsuccess = () => answer(request.result)
  })

/** The batch to which the first of these files belongs that is remembered; null where none is. */
export const recallByPrints = (prints: readonly string[]): Promise<string | null> =>
  using<string | null>('readonly', null, (kept, answer) => {
    let found: Remembered | null = null
    for (const print of prints) {
      const request = kept.index('print').get(print)
      request.onsuccess = () => {
        if (request.result && found === null) {
          found = request.result
          answer(request.result.batch)
        }
      }
    }
  })

/** Forgets the files of a batch, and those of long ago. */
export const forgetBatch = (batch: string): Promise<void> =>
  using<void>('readwrite', undefined, (kept) => {
    kept.delete(wholeBatch(batch))
    const old = kept.index('at').openKeyCursor(IDBKeyRange.upperBound(Date.now() - longestMs))
    old.onsuccess = () => {
      if (!old.result) return
      kept.delete(old.result.primaryKey)
      old.result.continue()
    }
  })

const wholeBatch = (batch: string) => IDBKeyRange.bound([batch, ''], [batch, '\uffff'])
