import { useMutation, useQueryClient } from '@tanstack/react-query'
import { send } from '../api/ask.ts'
import { Refusal } from '../api/refusal.ts'
import styles from '../forms/form.module.css'
import { goTo } from '../forms/go-to.ts'
import { useFocusFirst } from '../forms/use-focus-first.ts'
import type { Claim } from '../provenance/claims.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'

const says = words.claim

/** Asks before a claim is taken back: it is deprecated as superseded, and stays to be seen. */
export function WithdrawClaim({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const kept = useQueryClient()
  const withdraw = useMutation({
    mutationFn: async () => {
      const from = location.href
      const params = { claimId: claim.id }
      const etag = (await send('readClaim', { params })).headers.get('ETag') ?? ''
      const body = { rank: 'deprecated' as const, reasons: ['superseded' as const] as ['superseded'] }
      const reply = await send('reviseClaim', { params, body, headers: { 'If-Match': etag } })
      const { id } = (await reply.json()) as { id: string }
      await kept.invalidateQueries()
      return { id, from }
    },
    onSuccess: ({ id, from }) => {
      onClose()
      goTo(`claim-${id}`, from)
    },
  })
  const place = useFocusFirst<HTMLElement>()
  const isOvertaken =
    withdraw.error instanceof Refusal && (withdraw.error.status === 412 || withdraw.error.status === 409)
  return (
    <section ref={place} className={styles.form} aria-label={says.acts.withdraw}>
      <p>{says.withdrawSure}</p>
      {withdraw.error && (
        <Trouble
          error={isOvertaken ? new Error(says.overtaken) : withdraw.error}
          onAgain={isOvertaken ? () => void kept.invalidateQueries().then(() => withdraw.reset()) : undefined}
        />
      )}
      <div className="row">
        <button
          type="button"
          className="main"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          {says.withdrawYes}
        </button>
        <button type="button" onClick={onClose}>
          {words.forms.cancel}
        </button>
      </div>
    </section>
  )
}
