import { z } from 'zod'
import { ROUTES } from './contract/index.ts'
import type { Access, Route } from './contract/route.ts'
import * as shapes from './contract/shapes.ts'
import { STATUS_OF } from './problems.ts'

type Json = Record<string, unknown>

/** Schemas that several routes share; each becomes one component. */
const NAMED: Record<string, z.ZodType> = {
  Problem: shapes.problem,
  Activity: shapes.activity,
  Actor: shapes.actor,
  Handle: shapes.handle,
  Reading: shapes.reading,
  TopicInPost: shapes.topicInPost,
}

const SECURITY: Json = {
  session: { type: 'apiKey', in: 'cookie', name: 'enishi.session_token' },
  apiKey: { type: 'http', scheme: 'bearer', description: 'enishi_<id>_<secret>' },
}

let made: Json | undefined

/** The contract as an OpenAPI 3.1 document, made from ROUTES once. */
export function openApiDocument(): Json {
  made ??= describeContract()
  return made
}

function describeContract(): Json {
  const components = new Map<string, unknown>()
  const paths: Record<string, Json> = {}
  for (const [name, route] of Object.entries(ROUTES) as [string, Route][]) {
    const path = paths[route.path] ?? {}
    paths[route.path] = path
    path[route.method.toLowerCase()] = describeRoute(name, route, components)
  }
  describe(shapes.problem, 'output', components)
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Enishi',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: { schemas: Object.fromEntries(components), securitySchemes: SECURITY },
  }
}

function describeRoute(name: string, route: Route, components: Map<string, unknown>): Json {
  return {
    operationId: name,
    summary: route.summary,
    security: securityOf(route.access),
    parameters: [
      ...parametersOf(route.params, 'path', components),
      ...parametersOf(route.query, 'query', components),
      ...parametersOf(route.headers, 'header', components),
    ],
    ...requestOf(route, components),
    responses: { [route.status]: answerOf(route, components), ...problemsOf(route) },
  }
}

function securityOf(access: Access): Json[] {
  if (access.who === 'public') return []
  return access.scope === null ? [{ session: [] }] : [{ session: [] }, { apiKey: [access.scope] }]
}

function parametersOf(
  schema: z.ZodObject | undefined,
  place: 'path' | 'query' | 'header',
  components: Map<string, unknown>,
): Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = describe(schema, 'input', components)
  return Object.entries(properties as Json).map(([name, described]) => ({
    name,
    in: place,
    required: place === 'path' || (required as string[]).includes(name),
    schema: described,
  }))
}

function requestOf(route: Route, components: Map<string, unknown>): Json {
  if (route.body === undefined) return {}
  const content =
    route.body === 'bytes'
      ? { 'application/octet-stream': {} }
      : { 'application/json': { schema: describe(route.body, 'input', components) } }
  return { requestBody: { required: true, content } }
}

function answerOf(route: Route, components: Map<string, unknown>): Json {
  const description = route.summary
  if (route.answer === 'none') return { description }
  if (route.answer === 'file') return { description, content: { 'application/octet-stream': {} } }
  if (route.answer === 'events') return { description, content: { 'text/event-stream': {} } }
  const schema = describe(route.answer, 'output', components)
  return { description, content: { 'application/json': { schema } } }
}

/** Every route may be refused for its input, its size, its frequency or a fault; others for the caller. */
function problemsOf(route: Route): Json {
  const statuses = new Set([400, 413, 429, 500, 503])
  if (route.access.who === 'member') statuses.add(STATUS_OF['not-signed-in'])
  statuses.add(STATUS_OF.forbidden)
  if (route.params !== undefined) statuses.add(STATUS_OF['not-found'])
  if (route.method !== 'GET') statuses.add(STATUS_OF.conflict)
  const schema = { $ref: '#/components/schemas/Problem' }
  const problem = {
    description: 'Refused (RFC 9457)',
    content: { 'application/problem+json': { schema } },
  }
  return Object.fromEntries([...statuses].map((status) => [status, problem]))
}

/** One schema, with what is named moved to the components. */
function describe(
  schema: z.ZodType,
  io: 'input' | 'output',
  components: Map<string, unknown>,
): Json {
  const metadata = z.registry<{ id: string }>()
  for (const [id, named] of Object.entries(NAMED)) metadata.add(named, { id })
  const described = z.toJSONSchema(schema, { io, metadata, unrepresentable: 'any' }) as Json
  const { $schema: _, $defs = {}, ...own } = moveReferences(described) as Json
  for (const [id, definition] of Object.entries($defs as Json)) components.set(id, bare(definition))
  const id = metadata.get(schema)?.id
  if (id === undefined) return own
  components.set(id, bare(own))
  return { $ref: `#/components/schemas/${id}` }
}

function bare(definition: unknown): Json {
  const { id: _, $schema: __, ...rest } = definition as Json
  return rest
}

function moveReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moveReferences)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string'
        ? [key, inner.replace('#/$defs/', '#/components/schemas/')]
        : [key, moveReferences(inner)],
    ),
  )
}
