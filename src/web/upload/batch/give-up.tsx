import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ask } from '../../api/ask.ts'
import { to } from '../../paths.ts'
import { Dialog } from '../../read/dialog.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { words } from '../../words/words.ts'
import { forgetBatch } from '../sending/remembered.ts'
import { stopSending } from '../sending/senders.ts'

/** Gives uploads up of which nothing was made, after asking. */
export function GiveUp({ id }: { id: string }) {
  const [, go] = useLocation()
  const kept = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const giveUp = async () => {
    try {
      stopSending(id)
      await ask('abandonUploads', { params: { uploadId: id } })
      await forgetBatch(id)
      await kept.invalidateQueries({ queryKey: ['listUploads'] })
      go(to.upload())
    } catch (refused) {
      setError(refused)
    }
  }
  return (
    <>
      <button type="button" onClick={() => setIsAsking(true)}>
        {words.upload.giveUp}
      </button>
      {isAsking && (
        <Dialog title={words.upload.giveUpAsk} onClose={() => setIsAsking(false)}>
          <p>{words.upload.giveUpSays}</p>
          {error !== null && <Trouble error={error} />}
          <div className="row">
            <button type="button" className="main" onClick={() => void giveUp()}>
              {words.upload.giveUp}
            </button>
            <button type="button" onClick={() => setIsAsking(false)}>
              {words.upload.keepOn}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}
