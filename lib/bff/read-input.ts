import type { z } from 'zod'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { type FieldIssue, Problem } from '@/lib/problem/problem'
import { readJsonBody } from './read-body'

/** A part of an endpoint once its schema has read it; undefined where it has none. */
type Part<E, K extends string> = E extends { readonly [key in K]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined

/** What a handler is given of the request itself. */
export type Input<E extends ApiEndpoint> = {
  params: Part<E, 'params'>
  query: Part<E, 'query'>
  body: Part<E, 'body'>
}

export type RouteParams = Record<string, string | string[] | undefined>

/**
 * The request as the contract reads it.
 * @throws Problem `invalid-request`, with every mistake at its field
 */
export async function readInput<E extends ApiEndpoint>(
  request: Request,
  endpoint: E,
  params: RouteParams,
): Promise<Input<E>> {
  const issues: FieldIssue[] = []
  const read = (schema: z.ZodType | undefined, value: unknown): unknown => {
    if (schema === undefined) return undefined
    const parsed = schema.safeParse(value)
    if (!parsed.success) issues.push(...parsed.error.issues.flatMap(toFieldIssues))
    return parsed.data
  }
  const input = {
    params: read(endpoint.params, params),
    query: read(endpoint.query, queryOf(request.url)),
    body: read(endpoint.body, endpoint.body ? await readJsonBody(request) : undefined),
  }
  if (issues.length > 0)
    throw new Problem('invalid-request', sentence(issues), { issues: issues.slice(0, 100) })
  return input as Input<E> // each part was read by that very schema
}

/** A parameter given twice becomes an array, which no schema of ours takes. */
function queryOf(url: string): Record<string, string | string[]> {
  const { searchParams } = new URL(url)
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name)
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}

function toFieldIssues(issue: z.core.$ZodIssue): FieldIssue[] {
  const path = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }]
  return issue.keys.map((key) => ({
    path: [...path, key].join('.'),
    message: 'There is no such field',
  }))
}

function sentence(issues: FieldIssue[]): string {
  const fields = [...new Set(issues.map(({ path }) => path).filter((path) => path !== ''))]
  const named = fields.slice(0, 5).join(', ')
  return named === '' ? (issues[0]?.message ?? '') : `Not understood: ${named.slice(0, 200)}.`
}
