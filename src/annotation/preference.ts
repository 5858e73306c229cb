/** How much of a container is wanted: nothing of what it holds, the addresses of the annotations, or all of each. */
export type Contained = 'nothing' | 'addresses' | 'annotations'

const named: Record<string, Contained> = {
  'http://www.w3.org/ns/ldp#PreferMinimalContainer': 'nothing',
  'http://www.w3.org/ns/oa#PreferContainedIRIs': 'addresses',
  'http://www.w3.org/ns/oa#PreferContainedDescriptions': 'annotations',
}

/**
 * What a `Prefer` header wants of a container (RFC 7240 with LDP 7.2 and the Web Annotation Protocol 4.2); null where it
 * wants nothing of that kind. Of two that exclude each other the one that holds more is followed.
 */
export function preferredOf(header: string | undefined): Contained | null {
  const wanted = (header ?? '')
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter((preference) => /^\s*return\s*=\s*"?representation"?\s*(;|$)/i.test(preference))
    .flatMap((preference) => /;\s*include\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(preference)?.slice(1) ?? [])
    .flatMap((addresses) => addresses?.split(/\s+/) ?? [])
    .flatMap((address) => named[address] ?? [])
  return (['annotations', 'addresses', 'nothing'] as const).find((one) => wanted.includes(one)) ?? null
}
