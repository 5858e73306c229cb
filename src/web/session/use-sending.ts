import { type FormEvent, useState } from 'react'

/** A form whose fields are read when it is sent: what it says then, that it is under way, and what went wrong. */
export function useSending(
  send: (said: (name: string) => string, form: HTMLFormElement) => Promise<unknown>,
) {
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const data = new FormData(form)
    setBusy(true)
    setError(null)
    try {
      await send((name) => String(data.get(name) ?? ''), form)
    } catch (refused) {
      setError(refused)
    }
    setBusy(false)
  }
  return { submit, busy, error }
}
