import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import Negotiator from 'negotiator'

export type Encoding = 'br' | 'gzip' | 'identity'
export type Variant = {
  encoding: Encoding
  bytes: Buffer
  /** Quoted, strong, different for each encoding. */ etag: string
}

/** One state of a document or a file, in every encoding that it is worth keeping in. */
export type Representation = {
  mediaType: string
  /** When it last changed, an HTTP date; absent where only the ETag says. */
  lastModified?: string
  /** Best first; `identity` is always the last. */
  variants: readonly Variant[]
  /** Bytes of memory that it takes. */
  size: number
}

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)
/**
 * How hard Brotli tries. `quick` costs a first visitor 20 ms for the page of a large day and makes it 59 kB, `thorough`
 * 150 ms and 54: for what many read on slow networks before anything else.
 */
const EFFORTS = { quick: 9, thorough: 10 } as const
export type Effort = keyof typeof EFFORTS

const brotliOptions = (effort: Effort) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: EFFORTS[effort],
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
})

/** The HTTP date of a change; stored changes are a second apart at least (`laterBySecond`). */
export function httpDate(changedAt: Date): string {
  return changedAt.toUTCString()
}

/** Compresses the bytes once and names each form of them. */
export async function represent(
  bytes: Buffer,
  mediaType: string,
  { lastModified, effort = 'quick' }: { lastModified?: string | undefined; effort?: Effort } = {},
): Promise<Representation> {
  const [br, zipped] = await Promise.all([asBrotli(bytes, brotliOptions(effort)), asGzip(bytes, { level: 9 })])
  return representAs({ identity: bytes, br, gzip: zipped }, mediaType, lastModified)
}

/** Names each form of bytes that are already compressed; a form that saves nothing is left out. */
export function representAs(
  forms: { identity: Buffer; br?: Buffer; gzip?: Buffer },
  mediaType: string,
  lastModified?: string,
): Representation {
  const hash = createHash('sha256').update(forms.identity).digest('base64url')
  const variants: Variant[] = []
  if (forms.br && forms.br.length < forms.identity.length)
    variants.push({ encoding: 'br', bytes: forms.br, etag: etagOf(hash, 'br') })
  if (forms.gzip && forms.gzip.length < forms.identity.length)
    variants.push({ encoding: 'gzip', bytes: forms.gzip, etag: etagOf(hash, 'gzip') })
  variants.push({ encoding: 'identity', bytes: forms.identity, etag: etagOf(hash, 'identity') })
  return {
    mediaType,
    ...(lastModified && { lastModified }),
    variants,
    size: variants.reduce((sum, { bytes }) => sum + bytes.length, 0),
  }
}

/** A state of which only the hash of its plain form is known: enough to tell a client that has it so. */
export function knownBy(hash: string, mediaType: string, lastModified?: string): Representation {
  const bytes = Buffer.alloc(0)
  const encodings = ['br', 'gzip', 'identity'] as const
  const variants = encodings.map((encoding) => ({ encoding, bytes, etag: etagOf(hash, encoding) }))
  return { mediaType, ...(lastModified && { lastModified }), variants, size: 0 }
}

function etagOf(hash: string, encoding: Encoding): string {
  return encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`
}

/** The smallest form that the client takes. */
export function chooseVariant({ variants }: Representation, acceptEncoding: string | undefined): Variant {
  const accepted = acceptedBy(acceptEncoding ?? '')
  const [fallback] = variants.slice(-1)
  const chosen = variants.find(({ encoding }) => accepted.includes(encoding)) ?? fallback
  if (!chosen) throw new Error('A representation has at least its plain form')
  return chosen
}

const MOST_HEADERS = 500
const seen = new Map<string, readonly string[]>()

/** What browsers send is a handful of headers: each is parsed once. */
function acceptedBy(header: string): readonly string[] {
  const known = seen.get(header)
  if (known) return known
  const accepted = new Negotiator({ headers: { 'accept-encoding': header } }).encodings(['br', 'gzip', 'identity'])
  if (seen.size >= MOST_HEADERS) seen.clear()
  seen.set(header, accepted)
  return accepted
}
