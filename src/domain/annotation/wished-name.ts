/**
 * The name that a client wishes for what it posts (RFC 5023, 9.7), as the last segment of an address; null where nothing
 * that may stand in one without escaping is left of it, or where it looks like a name that the archive gives.
 */
export function wishedName(slug: string | undefined): string | null {
  const name = decoded(slug ?? '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9._~-]+/g, '-')
    .replace(/^[-.~]+|[-.~]+$/g, '')
    .slice(0, 80)
  return name === '' || given.test(name) ? null : name
}

const given = /^a[0-9a-f]{32}$/

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}
