import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { ArchiveError } from '../domain/errors.ts'
import type { Errand, Provider, Told } from '../ports/provider.ts'

export type ProviderSettings = {
  issuer: string
  clientId: string
  clientSecret: string | null
  name: string
  role: Provider['role']
}

type Log = { warn: (details: object, message: string) => void }
type Begun = { errand: Errand; verifier: string; nonce: string; at: number }

/** For how long somebody may take to sign in there, and how many may be about it at once. */
const patienceMs = 10 * 60_000
const mostBegun = 1000

/**
 * An OpenID provider by its discovery document: the code flow with PKCE, state and nonce (OpenID Connect Core, 3.1;
 * RFC 7636). What was begun is kept in memory, under a secret that the browser shows again, and is good for one return.
 */
export function openIdProvider(settings: ProviderSettings, log: Log): Provider {
  const { issuer, clientId, clientSecret, name, role } = settings
  const begun = new Map<string, Begun>()
  let known: Promise<Configuration> | null = null

  // Asked anew after a failure: the provider may come later than the archive.
  function discovered(): Promise<Configuration> {
    const execute = new URL(issuer).protocol === 'http:' ? [allowInsecureRequests] : []
    known ??= discovery(new URL(issuer), clientId, clientSecret ?? undefined, undefined, { execute }).catch(
      (error) => {
        known = null
        log.warn({ err: error }, 'The OpenID provider does not answer')
        throw new ArchiveError(
          'unreached',
          `${name} does not answer: try again later, or sign in with a password.`,
        )
      },
    )
    return known
  }

  function forget() {
    const late = Date.now() - patienceMs
    for (const [state, { at }] of begun) if (at < late || begun.size > mostBegun) begun.delete(state)
  }

  return {
    name,
    role,
    async begin(redirect, errand) {
      const configuration = await discovered()
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
      const address = buildAuthorizationUrl(configuration, {
        redirect_uri: redirect,
        scope: 'openid profile email',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      begun.set(state, { errand, verifier, nonce, at: Date.now() })
      forget()
      return { address: address.href, keep: state }
    },
    async finish(came, redirect, kept) {
      forget()
      const found = begun.get(kept)
      begun.delete(kept)
      if (!found) return null
      const address = new URL(redirect)
      address.search = came.search
      try {
        const tokens = await authorizationCodeGrant(await discovered(), address, {
          pkceCodeVerifier: found.verifier,
          expectedNonce: found.nonce,
          expectedState: kept,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        return claims ? { told: toldBy(claims), errand: found.errand } : null
      } catch (error) {
        if (error instanceof ArchiveError) throw error
        log.warn({ err: error }, 'The OpenID provider let somebody not in')
        return null
      }
    },
  }
}

const toldBy = (claims: { iss: string; sub: string } & Record<string, unknown>): Told => ({
  issuer: claims.iss,
  subject: claims.sub,
  name: textOf(claims.name),
  email: claims.email_verified === true ? textOf(claims.email) : null,
  username: textOf(claims.preferred_username),
})

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null
