import { loadSamples } from '../samples/load-samples.ts'
import { type Opening, startServing } from './serve.ts'

/** Loads the sample archive, once, and serves it open to read, with something to try. */
export async function demo(opening: Opening): Promise<number> {
  const { address, token, setUp, stopped } = await startServing(opening, async ({ deps }) => {
    const { added, known } = await loadSamples(deps)
    console.error(
      added > 0
        ? `Loaded the sample archive: ${added} documents.`
        : `The sample archive is there: ${known} documents.`,
    )
  })
  console.error(`
Try:
  curl -s '${address}/api/v1/search?q=001223'
  curl -s '${address}/api/v1/search?q=deportation%20-order'
  curl -s -G '${address}/api/v1/search' --data-urlencode 'q="socially alien" OR высылка OR trėmimas'
  npm run fonds -- search 'Šiauliai' --home '${opening.config.home}'

Open in a browser:  ${address}/
Browse the API:     ${address}/docs
${setUp ? setUpHint(setUp) : ''}${token ? tokenHint(token) : lostHint(opening.config.home)}`)
  console.log(`listening ${address}`)
  return stopped
}

const setUpHint = (address: string) => `
To make an account of your own, an administrator's, open this (it works once):
  ${address}
`

const tokenHint = (token: string) => `
Programs that change something send this administrator's token (shown this once):
  Authorization: Bearer ${token}
`

const lostHint = (home: string) => `
To change something, send the administrator's token that the first start showed, or make another:
  npm run fonds -- token add NAME --home '${home}'
`
