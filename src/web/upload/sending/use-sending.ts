import { useSyncExternalStore } from 'react'
import type { Sender, Sending } from './sender.ts'

/** How far a sender is, some times a second. */
export const useSending = (sender: Sender): Sending => useSyncExternalStore(sender.subscribe, sender.see)
