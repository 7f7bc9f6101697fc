import { z } from 'zod'
import { CALLS } from './calls'
import { type House, parse } from './exchange'
import { FAULTS } from './fault-names'
import { RIGHTS } from './rights'

const Body = z.strictObject({
  /** The rights the service user lacks from now on; all others it holds. */
  withoutRights: z.array(z.enum(RIGHTS)).optional(),
  revokeTokens: z.literal(true).optional(),
  tokenSeconds: z.int().positive().optional(),
  fault: z.enum(FAULTS).optional(),
  for: z.enum(CALLS.map((call) => call.path)).optional(),
  times: z.int().positive().optional(),
  clearFaults: z.literal(true).optional(),
})

/** Changes what the sandbox does while it runs. */
export function control(house: House, body: unknown) {
  const order = parse(Body, body)
  if (order.withoutRights) house.rights.withdrawOnly(order.withoutRights)
  if (order.revokeTokens) house.tokens.revokeAll()
  if (order.tokenSeconds) house.tokens.setSeconds(order.tokenSeconds)
  if (order.clearFaults) house.faults.clear()
  if (order.fault && order.for) house.faults.order(order.fault, order.for, order.times ?? 1)
  return { rights: house.rights.held() }
}
