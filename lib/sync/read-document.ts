import type { ZodMiniType } from 'zod/mini'
import type { LiveDocument } from './live-document'

/** How a browser knows that what it was given is the document of that name. */
export type ReadDocument<Value = unknown> = {
  readonly name: string
  /** Null: this version cannot read it. */
  readonly read: (json: unknown) => Value | null
}

type ValueOf<Document> = Document extends LiveDocument<infer Value> ? Value : never

/**
 * What a browser reads a document by; a line of the one list in lib/device.ts. The document is named and not imported:
 * its declaration is in the code of pages, and what shares code with them would be fetched anew by each kind of page.
 */
export function readBy<Document extends LiveDocument<unknown>>(
  name: string,
  schema: ZodMiniType<ValueOf<Document>>,
): ReadDocument<ValueOf<Document>> {
  return { name, read: (json) => schema.safeParse(json).data ?? null }
}

/** The document that this is; null for what this version cannot read. @throws {Error} when it is not registered */
export function readAs<Value>(
  documents: readonly ReadDocument[],
  { name }: LiveDocument<Value>,
  json: unknown,
): Value | null {
  const known = documents.find((one): one is ReadDocument<Value> => one.name === name)
  if (!known) throw new Error(`lib/device.ts does not have ${name}`)
  return known.read(json)
}
