import { z } from 'zod'
import { API } from './api'
import type { ApiEndpoint } from './endpoint'

type Json = Record<string, unknown>

/**
 * This API as an OpenAPI 3.1 document, made from the table of calls: requests as they are sent, answers as they
 * arrive. `problem` is the schema of a failure's body.
 */
export function openApiDocument(version: string, problem: z.ZodType): Json {
  const paths: Record<string, Json> = {}
  for (const [name, endpoint] of Object.entries<ApiEndpoint>(API))
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operation(name, endpoint),
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Focus Console',
      version,
      description:
        'The API behind the console’s pages. Every failure is application/problem+json (RFC 9457). A session cookie is needed, and the header X-Focus-Console: 1, except for media, files and public calls.',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      responses: {
        Problem: {
          description: 'The call failed; slug says how.',
          headers: { 'X-Request-Id': { schema: { type: 'string' } } },
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
        console: { type: 'apiKey', in: 'header', name: 'X-Focus-Console' },
      },
    },
  }
}

function operation(name: string, endpoint: ApiEndpoint): Json {
  const { summary, permission, params, query, body, response, lines, media, file } = endpoint
  const parameters = [...parametersOf(params, 'path'), ...parametersOf(query, 'query')]
  const range = { name: 'Range', in: 'header', schema: { type: 'string' } }
  return {
    operationId: name,
    summary,
    'x-permission': permission,
    security: securityOf(endpoint),
    parameters: media || file ? [...parameters, range] : parameters,
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(body, 'input') } },
      },
    }),
    responses: {
      ...(response && {
        200: {
          description: 'Done.',
          content: { 'application/json': { schema: schemaOf(response, 'output') } },
        },
      }),
      ...(lines && {
        200: {
          description: 'Line by line, one JSON value each, as below.',
          content: { 'application/x-ndjson': { schema: schemaOf(lines, 'output') } },
        },
      }),
      ...(file && {
        200: { description: 'The file.', content: { 'application/octet-stream': {} } },
        206: { description: 'The range of it.', content: { 'application/octet-stream': {} } },
        416: { description: 'The range lies beyond its end.' },
      }),
      ...(media && {
        200: { description: 'The media.', content: { 'audio/*': {}, 'video/*': {} } },
        206: { description: 'The range of it.', content: { 'audio/*': {}, 'video/*': {} } },
        416: { description: 'The range lies beyond its end.' },
      }),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

function securityOf({ permission, media, file }: ApiEndpoint): Json[] {
  if (permission === 'public') return []
  return media || file ? [{ session: [] }] : [{ session: [], console: [] }]
}

/** OpenAPI takes one entry a parameter where JSON Schema has an object of them. */
function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input')
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    // A coerced number is unknown before it is read.
    schema: property,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}
