import { Problem } from '@/lib/problem/problem'

/**
 * What the ledger answers.
 * @throws Problem `ledger-unavailable` when it cannot be written
 */
export async function durably<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    const detail = 'This access could not be recorded, so nothing was asked for.'
    throw new Problem('ledger-unavailable', detail, { cause })
  }
}
