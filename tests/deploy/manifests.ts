import { readdir, readFile } from 'node:fs/promises'
import { parseAllDocuments } from 'yaml'
import { z } from 'zod'

const manifestSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
})
export type Manifest = z.output<typeof manifestSchema>

/** What a schema made of a manifest; `validate` throws with the field that is wrong. */
export type Model = { validate: () => void }

/** The objects in a folder's files, without what Kustomize itself is told. */
export async function readManifests(folder: string): Promise<Manifest[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml')
  const texts = await Promise.all(files.map((name) => readFile(`${folder}/${name}`, 'utf8')))
  return texts.flatMap((text) => parseAllDocuments(text).map((one) => manifestSchema.parse(one.toJS())))
}

/** `NAME=value` lines of a file that Kustomize makes an object of. */
export async function readVariables(path: string): Promise<Record<string, string>> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => /^\w+=/.test(line))
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}

/**
 * The fields of a model at which its validator does not look: it knows those that a schema names, and says nothing of
 * others, so that a misspelt one would pass. An object at none of whose fields it looks is free to have any.
 * @returns their paths: "/spec/replica"
 * @throws {Error} with the field that is wrong
 */
export function unknownFields(model: Model): string[] {
  const seen = new Set<string>()
  watch(model, '', seen).validate()
  return unseenIn(model, '', seen)
}

function watch<Data extends object>(data: Data, path: string, seen: Set<string>): Data {
  return new Proxy(data, {
    get(target, key, receiver): unknown {
      const value: unknown = Reflect.get(target, key, receiver)
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return value
      seen.add(`${path}/${key}`)
      return typeof value === 'object' && value !== null ? watch(value, `${path}/${key}`, seen) : value
    },
  })
}

function unseenIn(data: object, path: string, seen: Set<string>): string[] {
  const fields = Object.entries(data).map(([key, value]: [string, unknown]) => ({ at: `${path}/${key}`, value }))
  if (!fields.some(({ at }) => seen.has(at))) return []
  return fields.flatMap(({ at, value }) => {
    if (!seen.has(at)) return [at]
    return typeof value === 'object' && value !== null ? unseenIn(value, at, seen) : []
  })
}
