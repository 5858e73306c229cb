import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What a collection judges: the grades of its documents for a query, by their ids; what is not there is irrelevant. */
export type Grades = ReadonlyMap<string, number>

/** A collection with queries and what was judged relevant to them; queries without any judgement are left out. */
export type RelevanceSet = {
  documents: readonly { id: string; title: string; text: string }[]
  queries: readonly { text: string; grades: Grades }[]
}

const Id = z.union([z.string(), z.number()]).transform(String)
/** A line with `_id` as BEIR has it, or `id`. */
const identified = <T extends z.ZodRawShape>(shape: T) =>
  z.preprocess(
    (line) => ({ id: (line as { _id?: unknown })._id, ...(line as object) }),
    z.object({ id: Id, ...shape }),
  )
const Document = identified({ title: z.string().default(''), text: z.string() })
const Query = identified({ text: z.string() })

/** Reads `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` (query, document, grade) from a folder. */
export async function readRelevanceSet(folder: string): Promise<RelevanceSet> {
  const lines = async (name: string) =>
    (await readFile(join(folder, name), 'utf8')).split('\n').filter((line) => line.trim() !== '')
  const documents = (await lines('corpus.jsonl')).map((line) => Document.parse(JSON.parse(line)))
  const judged = Map.groupBy(
    (await lines('qrels.tsv')).map((line) => line.trim().split('\t')),
    ([query = '']) => query,
  )
  const queries = (await lines('queries.jsonl')).flatMap((line) => {
    const { id, text } = Query.parse(JSON.parse(line))
    const grades = judged.get(id)?.map(([, document = '', grade]) => [document, Number(grade)] as const)
    return grades ? [{ text, grades: new Map(grades) }] : []
  })
  return { documents, queries }
}
