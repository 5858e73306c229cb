import type { Problem } from './types.ts'

/** What the archive answered instead of what was asked: a problem (RFC 9457), or that it could not be reached. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'Refusal'
    this.problem = problem
  }
  get status(): number {
    return this.problem.status
  }
}

/** The refusal in an answer that is not a success, whatever its body. */
export async function refusalOf(reply: Response): Promise<Refusal> {
  const body: unknown = await reply.json().catch(() => null)
  if (isProblem(body)) return new Refusal(body)
  return new Refusal(problemOf(reply.status, `The archive answered ${reply.status} ${reply.statusText}.`))
}

/** A refusal for an archive that did not answer at all. */
export const unreached = (): Refusal =>
  new Refusal(
    problemOf(0, 'The archive cannot be reached. Check the connection, or whether the server runs.'),
  )

const problemOf = (status: number, detail: string): Problem => ({
  type: 'about:blank',
  title: detail,
  status,
  detail,
  instance: '',
  requestId: '',
})

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'detail' in value && 'status' in value
