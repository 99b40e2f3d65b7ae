import type { LiveDocument } from '../../live-document'
import { readAs, readInPartsAs } from '../../read-document'
import { deviceCode } from '../store/device-code'

/** Gives the document that this is; null for what this version cannot read. */
export type DocumentReader = {
  read: <Value>(document: LiveDocument<Value>, json: unknown) => Value | null
  /** The same, a few milliseconds at a time. */
  readInParts: <Value>(document: LiveDocument<Value>, json: unknown) => Promise<Value | null>
}

/** Gives what reads documents, in the part that every page fetches for what it keeps. @throws without a network */
export async function documentReader(): Promise<DocumentReader> {
  const load = await deviceCode()
  const { readDocuments } = await load()
  return {
    read: (document, json) => readAs(readDocuments, document, json),
    readInParts: (document, json) => readInPartsAs(readDocuments, document, json),
  }
}
