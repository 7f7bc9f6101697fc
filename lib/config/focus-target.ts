import { readFileSync } from 'node:fs'
import type { Config } from './config'
import { isLoopback, readUrl } from './environment'

type Env = Record<string, string | undefined>

/** The regions the vendor names; the address follows from the name (vendor's Getting Started page). */
const REGIONS = ['uk', 'eu', 'us', 'ca']

/** Where Focus is and the key to it. Null, with its mistakes added, when it cannot be told. */
export function readFocusTarget(
  env: Env,
  mistakes: string[],
): Pick<Config['focus'], 'baseUrl' | 'label' | 'sandbox' | 'apiKey'> | null {
  const url = readBaseUrl(env, mistakes)
  const apiKey = readApiKey(env, mistakes)
  const sandbox = env.FOCUS_SANDBOX !== undefined && env.FOCUS_SANDBOX !== '0'
  if (sandbox && env.FOCUS_SANDBOX !== '1')
    mistakes.push('FOCUS_SANDBOX: 1 is expected, or nothing')
  if (sandbox && url !== null && !isLoopback(url))
    mistakes.push('FOCUS_SANDBOX: a sandbox tenant can only stand at a loopback address')
  if (url === null || apiKey === null) return null
  return {
    baseUrl: url.href.replace(/\/+$/, ''),
    label: sandbox ? 'Sandbox tenant' : (env.FOCUS_REGION?.toUpperCase() ?? url.host),
    sandbox,
    apiKey,
  }
}

function readBaseUrl(env: Env, mistakes: string[]): URL | null {
  const { FOCUS_REGION: region, FOCUS_BASE_URL: address } = env
  if (region !== undefined && address !== undefined) {
    mistakes.push('FOCUS_REGION, FOCUS_BASE_URL: give one of the two')
    return null
  }
  if (region !== undefined) {
    if (REGIONS.includes(region.toLowerCase()))
      return new URL(`https://${region.toLowerCase()}.focus.subphonic.ai/api`)
    mistakes.push(`FOCUS_REGION: one of ${REGIONS.join(', ')} is expected`)
    return null
  }
  if (address === undefined) {
    mistakes.push('FOCUS_REGION: is missing: uk, eu, us or ca (or FOCUS_BASE_URL)')
    return null
  }
  const url = readUrl(address)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    mistakes.push('FOCUS_BASE_URL: an address is expected, as in https://uk.focus.subphonic.ai/api')
    return null
  }
  if (url.protocol === 'http:' && !isLoopback(url))
    mistakes.push('FOCUS_BASE_URL: https is expected; plain http is for loopback addresses alone')
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    mistakes.push('FOCUS_BASE_URL: no credentials, query or fragment may stand in it')
  return url
}

function readApiKey(env: Env, mistakes: string[]): string | null {
  const { FOCUS_API_KEY: key, FOCUS_API_KEY_FILE: file } = env
  if (key !== undefined && file !== undefined) {
    mistakes.push('FOCUS_API_KEY, FOCUS_API_KEY_FILE: give one of the two')
    return null
  }
  if (key !== undefined) return key
  if (file === undefined) {
    mistakes.push('FOCUS_API_KEY: is missing (or FOCUS_API_KEY_FILE, a file that holds it)')
    return null
  }
  try {
    const content = readFileSync(file, 'utf8').trim()
    if (content !== '') return content
    mistakes.push('FOCUS_API_KEY_FILE: the file is empty')
  } catch {
    mistakes.push('FOCUS_API_KEY_FILE: the file cannot be read')
  }
  return null
}
