import 'server-only'
import type { SignInRecord } from '@/lib/access/auth-options'
import type { Identity, SessionClaims } from '@/lib/access/session-claims'
import { config } from '@/lib/config/config'
import { log } from '@/lib/config/log'
import type { Actor, Deed, Ledger } from '@/lib/ledger/access-ledger'
import { ledger } from '@/lib/ledger/ledger'
import { originOf } from './origin'

/** Refusals written down in a minute; whoever guesses faster could otherwise fill the disk. The rest are counted in the log. */
const MOST_REFUSALS_A_MINUTE = 60

let minute = 0
let refusals = 0

function mayRecordRefusal(nowMs: number): boolean {
  const now = Math.floor(nowMs / 60_000)
  if (now !== minute) {
    minute = now
    refusals = 0
  }
  refusals += 1
  return refusals <= MOST_REFUSALS_A_MINUTE
}

function actorOf({ issuer, sub, name, email, roles }: Identity): Actor {
  return { issuer, subject: sub, name, email, roles }
}

/** What is told of sign-ins and sign-outs that arrive with these headers: the ledger. */
export function signInRecord(
  headers: Headers,
  written: () => Ledger = ledger,
): SignInRecord & { providerFailed(code: string): Promise<void> } {
  const deed = (part: Partial<Deed>): Deed => ({
    action: 'sign-in',
    object: { kind: 'session', ids: [] },
    actor: null,
    sessionId: null,
    purpose: null,
    allowed: true,
    rule: 'signed-in',
    origin: originOf(headers, config().auth.origin),
    requestId: null,
    ...part,
  })
  const refused = async (part: Partial<Deed>): Promise<void> => {
    if (!mayRecordRefusal(Date.now()))
      return log.warn({ rule: part.rule }, 'a refused sign-in is not recorded: too many at once')
    try {
      await written().record(deed({ allowed: false, ...part }), { status: 401 })
    } catch (err) {
      log.error({ err, rule: part.rule }, 'a refused sign-in could not be recorded')
    }
  }
  const bySession = ({ sid, ...identity }: SessionClaims) => ({
    actor: actorOf(identity),
    sessionId: sid,
  })
  return {
    async signedIn(claims) {
      const way = claims.issuer === 'local' || claims.issuer === 'sandbox' ? claims.issuer : 'oidc'
      await written().record(deed({ ...bySession(claims), rule: `signed-in:${way}` }), {
        status: 200,
      })
    },
    async signedOut(claims) {
      const part = { action: 'sign-out', rule: 'own-session', ...bySession(claims) } as const
      try {
        await written().record(deed(part), { status: 200 })
      } catch (err) {
        log.error({ err }, 'a sign-out could not be recorded')
      }
    },
    refused: ({ rule, email, identity }) =>
      refused({
        rule,
        actor: identity === null ? null : actorOf(identity),
        object: { kind: 'session', ids: [], ...(email !== null && { query: { email } }) },
      }),
    providerFailed: (code) => refused({ rule: `identity-provider:${code}` }),
  }
}

/** The failure of an identity provider that an answer of next-auth tells of; null when it tells of none, or of ours. */
export function providerFailure(request: Request, answer: Response): string | null {
  const { pathname } = new URL(request.url)
  if (!/\/(callback|signin)\/oidc$/.test(pathname)) return null
  const location = answer.headers.get('location')
  if (location === null || !URL.canParse(location, request.url)) return null
  const code = new URL(location, request.url).searchParams.get('error')
  if (code === null || code === 'NoRole' || code === 'NotRecorded') return null
  return /^\w{1,40}$/.test(code) ? code : 'unknown'
}
