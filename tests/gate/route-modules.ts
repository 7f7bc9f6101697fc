import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RouteHandler } from '@/lib/bff/gate'

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** One exported handler of one route file. */
export type ApiRoute = {
  file: string
  /** As the contract writes it: `/api/recordings/{id}`. */
  path: string
  method: string
  handler: RouteHandler
}

/** The route files below `app/api` but next-auth's own, wherever and however they are called. */
export function routeFiles(root = 'app/api'): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)route\.(ts|tsx|js|mjs)$/.test(path))
    .map((path) => join(root, path))
    .filter((path) => !path.includes('[...nextauth]'))
    .sort()
}

/** Every handler that those files export. */
export async function apiRoutes(): Promise<ApiRoute[]> {
  const found = routeFiles().map(async (file) => {
    const exported: Record<string, RouteHandler> = await import(pathToFileURL(resolve(file)).href)
    const path = file.replace(/^app|\/route\.\w+$/g, '').replaceAll(/\[(\w+)\]/g, '{$1}')
    return METHODS.flatMap((method) => {
      const handler = exported[method]
      return handler === undefined ? [] : [{ file, path, method, handler }]
    })
  })
  return (await Promise.all(found)).flat()
}
