import type { LiveDocument } from '../../live-document'
import { readAs } from '../../read-document'
import { deviceCode } from '../store/device-code'

/** Gives the document that this is; null for what this version cannot read. */
export type DocumentReader = <Value>(document: LiveDocument<Value>, json: unknown) => Value | null

/** Gives what reads documents, in the part that every page fetches for what it keeps. @throws without a network */
export async function documentReader(): Promise<DocumentReader> {
  const load = await deviceCode()
  const { readDocuments } = await load()
  return (document, json) => readAs(readDocuments, document, json)
}
