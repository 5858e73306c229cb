import { useState } from 'react'
import { send } from '../api/ask.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'

/** Saves the document's description as linked data, which the archive gives to who asks for JSON-LD. */
export function LinkedData({ documentId }: { documentId: string }) {
  const [error, setError] = useState<unknown>(null)
  const save = async () => {
    setError(null)
    const reply = await send('readDocument', {
      params: { documentId },
      headers: { Accept: 'application/ld+json' },
    })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await reply.blob())
    link.download = `${documentId}.jsonld`
    link.click()
    // Not at once: the browser is still reading it.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }
  return (
    <>
      <button type="button" className="link" onClick={() => save().catch(setError)}>
        {words.provenance.linkedData}
      </button>
      {error !== null && <Trouble error={error} />}
    </>
  )
}
