import type { ZodMiniType } from 'zod/mini'
import { atOnce, inParts, type Parts } from '@/lib/platform/tasks/in-parts'
import type { LiveDocument } from './live-document'

/** How a browser knows that what it was given is the document of that name. */
export type ReadDocument<Value = unknown> = {
  readonly name: string
  /** Null: this version cannot read it. */
  readonly read: (json: unknown) => Value | null
  /** The same of a large one, in parts; absent: it is small. */
  readonly parts?: (json: unknown) => Parts<Value | null>
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

/** The same for a large one, which is read in parts where nobody waits for it. */
export function readByParts<Document extends LiveDocument<unknown>>(
  name: string,
  parts: (json: unknown) => Parts<ValueOf<Document> | null>,
): ReadDocument<ValueOf<Document>> {
  return { name, read: (json) => atOnce(parts(json)), parts }
}

/** The document that this is; null for what this version cannot read. @throws {Error} when it is not registered */
export function readAs<Value>(
  documents: readonly ReadDocument[],
  document: LiveDocument<Value>,
  json: unknown,
): Value | null {
  return readerOf(documents, document).read(json)
}

/** The same, a few milliseconds at a time. */
export async function readInPartsAs<Value>(
  documents: readonly ReadDocument[],
  document: LiveDocument<Value>,
  json: unknown,
): Promise<Value | null> {
  const { read, parts } = readerOf(documents, document)
  return parts ? inParts(parts(json), () => false) : read(json)
}

function readerOf<Value>(documents: readonly ReadDocument[], { name }: LiveDocument<Value>): ReadDocument<Value> {
  const known = documents.find((one): one is ReadDocument<Value> => one.name === name)
  if (!known) throw new Error(`lib/device.ts does not have ${name}`)
  return known
}
