import { describe, expect, it } from 'vitest'
import { ROUTES } from './contract/index.ts'
import type { Route } from './contract/route.ts'
import { openApiDocument } from './openapi.ts'

type Json = Record<string, unknown>

interface Operation {
  operationId: string
  parameters: { name: string; in: string; required: boolean; schema: Json }[]
  responses: Record<string, { description: string; content?: Json }>
  security: Json[]
  requestBody?: Json
}

const document = JSON.parse(JSON.stringify(openApiDocument()))
const routes = Object.entries(ROUTES) as [string, Route][]

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  )
}

function resolve(reference: string): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, part) => (at as Json | undefined)?.[part], document)
}

describe('the OpenAPI document', () => {
  it('is 3.1 and has every route of the contract, and no other', () => {
    expect(document.openapi).toBe('3.1.0')
    const described = Object.entries(document.paths as Record<string, Json>).flatMap(
      ([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.sort()).toEqual(routes.map(([, r]) => `${r.method} ${r.path}`).sort())
  })

  it.each(routes)('%s: parameters, answers, refusals and who may call', (name, route) => {
    const operation = document.paths[route.path][route.method.toLowerCase()] as Operation
    expect(operation.operationId).toBe(name)
    const inPath = operation.parameters.filter((p) => p.in === 'path').map((p) => p.name)
    expect(inPath).toEqual([...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))
    expect(operation.parameters.every((p) => Object.keys(p.schema).length > 0)).toBe(true)
    expect(operation.responses[route.status]).toBeDefined()
    expect(operation.responses[429]?.content).toHaveProperty('application/problem+json')
    expect(operation.security.length > 0).toBe(route.access.who === 'member')
    expect(operation.requestBody !== undefined).toBe(route.body !== undefined)
    if (route.access.who === 'member') expect(operation.responses).toHaveProperty('401')
  })

  it('resolves every reference, and uses every component', () => {
    const references = new Set(referencesIn(document))
    expect(references.size).toBeGreaterThan(3)
    expect([...references].filter((reference) => resolve(reference) === undefined)).toEqual([])
    const components = Object.keys(document.components.schemas)
    const unused = components.filter((id) => !references.has(`#/components/schemas/${id}`))
    expect(unused).toEqual([])
    const ids = routes.map(([name]) => name)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('names only security schemes that it declares', () => {
    const used = routes.flatMap(([, route]) => {
      const operation = document.paths[route.path][route.method.toLowerCase()] as Operation
      return operation.security.flatMap((one) => Object.keys(one))
    })
    expect([...new Set(used)].sort()).toEqual(
      Object.keys(document.components.securitySchemes).sort(),
    )
  })
})
