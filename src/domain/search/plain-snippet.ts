const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** A snippet as plain text instead of HTML, each match in it as `mark` gives it; as it is unless told. */
export const plainSnippet = (snippet: string, mark = (match: string) => match): string =>
  snippet
    .replace(/<mark>(.*?)<\/mark>/gs, (_, match: string) => mark(match))
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
