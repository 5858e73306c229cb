/** The declaration of a bag, `bagit.txt` (RFC 8493, 2.1.1). */
export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

const knownVersions = ['0.97', '1.0']

/** What is wrong with a declaration; null where it is one that this program can read. */
export function faultOfDeclaration(text: string): string | null {
  const [, version, encoding] =
    /^BagIt-Version: (\d+\.\d+)\r?\nTag-File-Character-Encoding: (\S+)(?:\r?\n)?$/.exec(text) ?? []
  if (version === undefined || encoding === undefined)
    return 'bagit.txt does not say a version and an encoding in two lines, as every bag does.'
  if (!knownVersions.includes(version))
    return `bagit.txt says version ${version} of BagIt; known are ${knownVersions.join(' and ')}.`
  if (encoding.toUpperCase() !== 'UTF-8')
    return `bagit.txt says that its tag files are in ${encoding}: only UTF-8 is read.`
  return null
}

/** A line of a manifest, without its end: in a path CR, LF and % are percent-encoded (2.1.3). */
export const manifestLine = (digest: string, path: string): string =>
  `${digest}  ${path.replace(/[%\r\n]/g, (sign) => escapes[sign] ?? sign)}`

const escapes: Record<string, string> = { '%': '%25', '\r': '%0D', '\n': '%0A' }

/**
 * A line of a manifest read: its digest in lower case and its path decoded; null where it is none. The asterisk that some
 * programs put before a path, and `./`, are passed over.
 */
export function readManifestLine(line: string): { digest: string; path: string } | null {
  const [, digest, written] = /^([0-9a-fA-F]+)[ \t]+\*?(?:\.\/)?(.+)$/s.exec(line) ?? []
  if (digest === undefined || written === undefined) return null
  const path = written.replace(/%(0[AaDd]|25)/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return { digest: digest.toLowerCase(), path }
}

/** Whether a path leads nowhere but into its bag: relative, by `/`, without `.`, `..` and empty parts. */
export const isWithin = (path: string): boolean =>
  !path.includes('\0') &&
  !/^[A-Za-z]:|^~|\\/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

/** The text of `bag-info.txt` (2.2.2); what says nothing is left out, and each value stands in one line. */
export const writeInfo = (fields: readonly (readonly [label: string, value: string | null])[]): string =>
  fields
    .flatMap(([label, value]) => (value === null ? [] : [`${label}: ${value.replace(/\s+/g, ' ').trim()}\n`]))
    .join('')

/** The fields of `bag-info.txt`, their labels in lower case: a line that begins with white space goes on with the one before. */
export function readInfo(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, label, value] = /^([^:]+?)\s*:\s*(.*)$/.exec(line) ?? []
    if (label !== undefined && value !== undefined) fields.set(label.toLowerCase(), value)
  }
  return fields
}
