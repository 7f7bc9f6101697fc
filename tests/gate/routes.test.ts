import './gate-environment'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROLE_PERMISSIONS } from '@/lib/access/roles'
import { isGateMade } from '@/lib/bff/gate'
import { API } from '@/lib/contract/api'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { ROLES, type Role } from '@/lib/contract/permission'
import { ProblemBody } from '@/lib/problem/problem'
import { call, cookieOf, OWN } from './gate-request'
import { type ApiRoute, apiRoutes, routeFiles } from './route-modules'

const endpoints: ApiEndpoint[] = Object.values(API)
let routes: ApiRoute[] = []

beforeAll(async () => {
  routes = await apiRoutes()
})

function endpointOf(route: ApiRoute): ApiEndpoint {
  const found = endpoints.find(({ path, method }) => path === route.path && method === route.method)
  if (found === undefined) throw new Error(`${route.method} ${route.path} is not in the contract`)
  return found
}

function rolesThatMay(endpoint: ApiEndpoint): Role[] {
  return ROLES.filter((role) =>
    ROLE_PERMISSIONS[role].some((permission) => permission === endpoint.permission),
  )
}

async function expectProblem(response: Response, slug: string, status: number) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  const body = ProblemBody.parse(await response.json())
  expect([body.slug, body.status, response.status]).toEqual([slug, status, status])
  expect(body.requestId).toBe(response.headers.get('x-request-id'))
  return body
}

describe('every route', () => {
  test('stands in the contract, and every call of the contract has one', () => {
    const found = routes.map(({ method, path }) => `${method} ${path}`).sort()
    expect(found).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).sort())
    expect(new Set(routes.map(({ file }) => file)).size).toBe(routeFiles().length)
  })

  test('is made by the gate', () => {
    expect(routes.filter(({ handler }) => !isGateMade(handler)).map(({ file }) => file)).toEqual([])
    const bare = { ...routes[0], handler: async () => new Response('open') }
    expect(isGateMade(bare.handler)).toBe(false)
  })

  test('refuses whoever is not signed in, unless it is public', async () => {
    for (const route of routes) {
      const response = await call(route)
      if (endpointOf(route).permission === 'public') expect(response.status).toBe(200)
      else await expectProblem(response, 'signed-out', 401)
    }
  })

  test('refuses a cookie of somebody else’s making', async () => {
    for (const route of routes.filter((one) => endpointOf(one).permission !== 'public')) {
      const cookie = `next-auth.session-token=${'x'.repeat(200)}`
      await expectProblem(await call(route, { cookie }), 'signed-out', 401)
    }
  })

  test('refuses a call without the header, but for media, files and public calls', async () => {
    const cookie = await cookieOf([...ROLES])
    for (const route of routes) {
      const { media, file, permission } = endpointOf(route)
      const response = await call(route, { cookie, headers: {} })
      if (media === undefined && file === undefined && permission !== 'public')
        await expectProblem(response, 'forbidden', 403)
      else expect(response.status).not.toBe(403)
    }
  })

  test.each([
    ['another site', { ...OWN, 'sec-fetch-site': 'cross-site' }],
    ['a sibling of this site', { ...OWN, 'sec-fetch-site': 'same-site' }],
    ['another origin', { 'x-focus-console': '1', origin: 'https://elsewhere.example' }],
    ['a page without an origin', { 'x-focus-console': '1', origin: 'null' }],
  ])('refuses what %s makes a signed-in browser send', async (_name, headers) => {
    const cookie = await cookieOf([...ROLES])
    for (const route of routes)
      await expectProblem(await call(route, { cookie, headers }), 'forbidden', 403)
  })

  test('refuses each role that may not, naming the permission, and lets the others in', async () => {
    for (const route of routes) {
      const endpoint = endpointOf(route)
      const may = rolesThatMay(endpoint)
      if (endpoint.permission === 'public' || endpoint.permission === 'signed-in') continue
      expect(may).not.toEqual([])
      for (const role of ROLES.filter((one) => !may.includes(one))) {
        const response = await call(route, { cookie: await cookieOf([role]) })
        const body = await expectProblem(response, 'forbidden', 403)
        expect(body.missing).toBe(endpoint.permission)
      }
      // An id that is none: admitted, and stopped before anything is asked of Focus.
      if (endpoint.params === undefined) continue
      for (const role of may) {
        const response = await call(route, { cookie: await cookieOf([role]), id: '0x1' })
        const body = await expectProblem(response, 'invalid-request', 400)
        const [parameter] = Object.keys(endpoint.params.shape)
        expect(body.issues?.map(({ path }) => path)).toContain(parameter)
      }
    }
  })

  test('never answers HEAD by doing what GET does', async () => {
    const cookie = await cookieOf([...ROLES])
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const response = await call(route, { cookie, method: 'HEAD' })
      expect(response.status).toBe(400)
    }
  })
})

describe('the API document', () => {
  const route = () => {
    const found = routes.find(({ path }) => path === '/api/openapi.json')
    if (found === undefined) throw new Error('There is no route for it')
    return found
  }

  test('may be opened in the address bar by anyone signed in', async () => {
    const headers = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }
    const response = await call(route(), { cookie: await cookieOf(['admin']), headers })
    expect(response.status).toBe(200)
    expect(Object.keys((await response.json()).paths).sort()).toEqual(
      [...new Set(endpoints.map(({ path }) => path))].sort(),
    )
  })
})
