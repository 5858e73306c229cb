import type { ReactNode } from 'react'
import { words } from '../words/words.ts'
import styles from './leaves-missing.module.css'
import { type MissingLeaf, usePageSlices } from './use-page-slices.ts'

type Props = { documentId: string; witness: string | null; number: number; children: ReactNode }

/** A page between the leaves that are known to be missing before and behind it. */
export function LeavesMissing({ documentId, witness, number, children }: Props) {
  const shown = { from: Math.max(0, number - 2), to: number }
  const { missing } = usePageSlices(documentId, witness, shown)
  return (
    <>
      <Leaves where={words.read.missingBefore} leaves={missing.get(number - 1) ?? []} />
      {children}
      <Leaves where={words.read.missingAfter} leaves={missing.get(number) ?? []} />
    </>
  )
}

function Leaves({ where, leaves }: { where: string; leaves: readonly MissingLeaf[] }) {
  return leaves.map(({ id, label, note }) => (
    <p key={id} className={styles.leaf}>
      <span className="soft small">{where}</span>
      <strong>{words.read.missing(label ?? '')}</strong>
      {note && <span>{note}</span>}
    </p>
  ))
}
