/** A node of JSON-LD; members that say nothing are undefined and left out. */
export type Node = { readonly [member: string]: unknown }

/** The addresses of things, as the API has them. */
export const addresses = (baseUrl: string) => {
  const at = (collection: string) => (id: string) => `${baseUrl}/api/v1/${collection}/${id}`
  return {
    document: at('documents'),
    witness: at('witnesses'),
    mark: at('marks'),
    file: at('files'),
    claim: at('claims'),
    agent: at('agents'),
    place: at('places'),
    happening: at('happenings'),
    source: at('sources'),
    collection: at('collections'),
  }
}
export type Addresses = ReturnType<typeof addresses>

/** A node without the members that say nothing: null, undefined, empty lists. */
export const saying = (node: Node): Node =>
  Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )
