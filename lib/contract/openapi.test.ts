import { describe, expect, test } from 'vitest'
import { ProblemBody } from '@/lib/problem/problem'
import { API } from './api'
import type { ApiEndpoint } from './endpoint'
import { openApiDocument } from './openapi'

/** What the test reads of the document. */
type Operation = {
  operationId: string
  parameters: { name: string; in: string; required: boolean }[]
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> }
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>
  security: Record<string, unknown>[]
}
const document = openApiDocument('1.2.3', ProblemBody)
const paths = document.paths as Record<string, Record<string, Operation>> // as openApiDocument makes it
const operations = Object.values<ApiEndpoint>(API).map((endpoint) => {
  const operation = paths[endpoint.path]?.[endpoint.method.toLowerCase()]
  if (operation === undefined) throw new Error(`${endpoint.path} is missing`)
  return { endpoint, operation }
})

/** Every `$ref` in a value. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$ref' && typeof item === 'string' ? [item] : referencesIn(item),
  )
}

describe('the API document', () => {
  test('is OpenAPI 3.1, plain JSON, with every reference answered', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    for (const reference of referencesIn(document)) {
      const target = reference
        .slice(2)
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document) // a document is objects all the way
      expect(target, reference).toBeTypeOf('object')
    }
  })

  test('names every operation once and every parameter of its path', () => {
    const names = operations.map(({ operation }) => operation.operationId)
    expect(names).toEqual(Object.keys(API))
    for (const { endpoint, operation } of operations) {
      const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
      expect(declared.map(({ name, required }) => [name, required])).toEqual(
        inPath.map((name) => [name, true]),
      )
    }
  })

  test('states what a request may hold as it is sent, and failures alike everywhere', () => {
    for (const { endpoint, operation } of operations) {
      expect(operation.responses.default?.$ref).toBe('#/components/responses/Problem')
      expect(operation.requestBody === undefined).toBe(endpoint.body === undefined)
      expect(operation.security.length === 0).toBe(endpoint.permission === 'public')
    }
    const search = paths['/api/recordings/search']?.post
    const schema = search?.requestBody?.content['application/json']?.schema
    expect(schema?.additionalProperties).toBe(false)
    expect(schema?.required).toBeUndefined()
    const points = paths['/api/recordings/{id}/peaks']?.get?.parameters.find(
      ({ name }) => name === 'points',
    )
    expect(points).toMatchObject({ in: 'query', required: false })
  })
})
