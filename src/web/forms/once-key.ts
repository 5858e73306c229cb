/**
 * A key for what is sent, the same for the same content: what is sent again after no answer came is done once. Made by what
 * browsers have without TLS, too.
 */
export function onceKeys(): (content: unknown) => { 'Idempotency-Key': string } {
  let [sent, key] = ['', '']
  return (content) => {
    const now = JSON.stringify(content)
    if (now !== sent) [sent, key] = [now, randomKey()]
    return { 'Idempotency-Key': key }
  }
}

const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
