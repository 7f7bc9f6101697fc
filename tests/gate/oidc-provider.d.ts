// The package has no types of its own; this is what the tests use of it.
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  type Account = {
    accountId: string
    claims: () => Promise<Record<string, unknown> & { sub: string }>
  }

  export default class Provider {
    constructor(
      issuer: string,
      configuration: Record<string, unknown> & {
        findAccount: (context: unknown, id: string) => Account
      },
    )
    callback(): RequestListener
  }
}
