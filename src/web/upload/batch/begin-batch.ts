import { ask } from '../../api/ask.ts'
import { words } from '../../words/words.ts'
import { type Choice, folderOf, printOf } from '../choose/chosen.ts'
import { forgetBatch, recallByPrints } from '../sending/remembered.ts'
import { senderOf } from '../sending/senders.ts'

const looked = 200

/**
 * Begins to send what was chosen, and resolves with the id of the batch: the one to which these files were on their way from
 * this device before, if they are not all there.
 */
export async function beginBatch({ files }: Choice): Promise<string> {
  const before = await recallByPrints(files.slice(0, looked).map(printOf))
  const id = (before && (await isOpen(before)) ? before : null) ?? (await begun(folderOf(files)))
  await senderOf(id).add(files)
  return id
}

async function begun(folder: string | null): Promise<string> {
  const { id } = await ask('addUploads', { body: { name: folder ?? words.upload.uploads } })
  return id
}

async function isOpen(id: string): Promise<boolean> {
  try {
    const { phase } = await ask('readUploads', { params: { uploadId: id }, query: { limit: 1 } })
    if (phase === 'open') return true
  } catch {}
  await forgetBatch(id)
  return false
}
