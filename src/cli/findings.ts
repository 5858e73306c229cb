import type { Finding } from '../ports/checks.ts'

const archiveItself = 'The archive'

/** Prints what is wrong by document, each with its title where it has one. */
export async function printFindings(
  findings: readonly Finding[],
  titleOf: (document: string) => Promise<string | null> = async () => null,
): Promise<void> {
  const byDocument = Map.groupBy(findings, ({ document }) => document)
  for (const [document, said] of byDocument) {
    const title = document && (said[0]?.title ?? (await titleOf(document)))
    console.log(title ? `${title} (${document})` : (document ?? archiveItself))
    for (const { says } of said) console.log(`  ${says}`)
  }
}
