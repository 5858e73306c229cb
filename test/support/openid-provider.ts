import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export type TestProvider = {
  issuer: string
  /** Who signs in next, with what the provider tells of them. */
  enter(claims: { sub: string } & Record<string, unknown>): void
  close(): Promise<void>
}

export const clientSecret = 'a-secret-that-both-of-them-share-0123456789'

/** A real OpenID provider on a free port, which asks nobody anything: it lets in whom the test says. */
export async function anOpenIdProvider(redirects: () => string[]): Promise<TestProvider> {
  const server: Server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let claims: { sub: string } & Record<string, unknown> = { sub: 'nobody' }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'fonds',
        client_secret: clientSecret,
        redirect_uris: redirects(),
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key for tests'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => claims }),
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (req, res) => {
    if (!req.url?.startsWith('/interaction/')) return void answer(req, res)
    void provider.interactionFinished(req, res, { login: { accountId: claims.sub, remember: false } })
  })
  return {
    issuer,
    enter(next) {
      claims = next
    },
    async close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
