import { z } from 'zod'
import { type Exchange, parse } from './exchange'
import { Refusal } from './refusal'

const Body = z.strictObject({ clientId: z.int(), apiKey: z.string(), username: z.string() })

export async function authenticate(exchange: Exchange) {
  const { credentials, tokens, usage } = exchange.house
  const given = parse(Body, exchange.body)
  usage.counts.authentications += 1
  if (
    given.clientId !== credentials.clientId ||
    given.apiKey !== credentials.apiKey ||
    given.username.toLowerCase() !== credentials.username
  ) {
    throw new Refusal(401, 'These credentials are not known')
  }
  return tokens.issue(credentials.username)
}
