import { createHmac } from 'node:crypto'

/** Keyed hashes that stand for somebody or something without naming them. */
export class Naming {
  constructor(
    /** Lasts as long as the ledger does. */
    private readonly lookupSecret: Buffer,
    private readonly sessionSecret: string,
  ) {}

  /** Stands for one person of one issuer, always the same. */
  actorKey({ issuer, subject }: { issuer: string; subject: string }): string {
    return this.#lookup('actor', `${issuer}\n${subject}`)
  }

  addressKey(address: string): string {
    return this.#lookup('address', address)
  }

  sessionHash(sessionId: string): string {
    return createHmac('sha256', this.sessionSecret)
      .update(`session\n${sessionId}`)
      .digest('hex')
      .slice(0, 32)
  }

  #lookup(kind: string, text: string): string {
    return createHmac('sha256', this.lookupSecret)
      .update(`${kind}\n${text}`)
      .digest('hex')
      .slice(0, 32)
  }
}
