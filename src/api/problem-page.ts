import { z } from 'zod'
import { faults, notFound } from '../domain/errors.ts'
import { problems } from './problem.ts'
import { type Route, route } from './route.ts'

const ProblemPage = z.object({ type: z.string(), status: z.int(), title: z.string(), about: z.string() })

/** `GET /problems/:fault`: what a problem's `type` means, as JSON or, for browsers, as a short page. */
export const problemRoute: Route = route({
  id: 'readProblem',
  method: 'get',
  prefix: '',
  path: '/problems/:fault',
  summary: 'What a kind of problem means and what to do about it',
  tags: ['about'],
  access: 'public',
  params: z.object({ fault: z.string() }),
  status: 200,
  reply: ProblemPage,
  faults: ['not-found'],
  respond: async ({ params, req, res }) => {
    const fault = faults.find((known) => known === params.fault)
    if (fault === undefined) throw notFound('kind of problem')
    const { status, title, about } = problems[fault]
    const page: z.output<typeof ProblemPage> = { type: `/problems/${fault}`, status, title, about }
    res.vary('Accept')
    if (req.accepts(['json', 'html']) === 'html') res.type('html').send(html(page))
    else res.json(page)
  },
})

const html = ({ status, title, about }: z.output<typeof ProblemPage>) =>
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<h1>${title}</h1>
<p>${about.replace(/</g, '&lt;').replace(/`([^`]*)`/g, '<code>$1</code>')}</p>
<p>HTTP status ${status}</p>
</html>
`
