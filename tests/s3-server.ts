import { createHash, createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { once } from 'node:events'

type Held = { bytes: Buffer; sum: string; putAt: Date }
type Upload = { name: string; sum: string; parts: Map<string, Buffer>; begunAt: Date }
type Asked = { request: IncomingMessage; url: URL; body: Buffer }

const KEYS = { HALLWAY_S3_ACCESS_KEY_ID: 'hallway', HALLWAY_S3_SECRET_ACCESS_KEY: 'a secret of tests' }
const BUCKET = 'photos'
/** Of each part but the last of an upload. */
const LEAST_OF_PART = 5 * 1024 * 1024

/**
 * An S3 server as the wire sees it, with one bucket in memory: believes nobody whose signature it did not reckon
 * itself, and no bytes that are not those that were signed.
 */
export class S3Server {
  readonly objects = new Map<string, Held>()
  /** Uploads in parts under way, by their ids. */
  readonly uploads = new Map<string, Upload>()
  /** The most bytes that came in one request. */
  mostAtOnce = 0
  /** What every request is answered while it is set. */
  failing: { status: number; code: string } | null = null
  /** Objects on a page of a listing, at most. */
  mostOfPage = 1_000
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  async start(port = 0): Promise<void> {
    await once(this.#server.listen(port, '127.0.0.1'), 'listening')
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((closed) => this.#server.close(closed))
  }

  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' && address ? address.port : 0
  }

  /** Resolves when the next request has been answered. */
  async nextRequest(): Promise<void> {
    const [, response]: [unknown, ServerResponse] = await once(this.#server, 'request').then(([a, b]) => [a, b])
    if (!response.writableFinished) await once(response, 'finish')
  }

  /** For the environment. */
  get variables(): Record<string, string> {
    return { HALLWAY_S3_ENDPOINT: `http://127.0.0.1:${this.port}`, HALLWAY_S3_BUCKET: BUCKET, ...KEYS }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = { request, url: new URL(request.url ?? '', 'http://s3'), body: await buffer(request) }
    const [, bucket, ...path] = asked.url.pathname.split('/')
    this.mostAtOnce = Math.max(this.mostAtOnce, asked.body.byteLength)
    if (this.failing) refuse(response, this.failing.status, this.failing.code)
    else if (!isSigned(asked)) refuse(response, 403, 'SignatureDoesNotMatch')
    else if (bucket !== BUCKET) refuse(response, 404, 'NoSuchBucket')
    else if (!path.join('/') && asked.url.searchParams.has('uploads')) this.#listUploads(response)
    else if (!path.join('/')) this.#list(asked.url.searchParams, response)
    else if (asked.url.searchParams.has('uploads')) this.#begin(path.join('/'), asked, response)
    else if (asked.url.searchParams.has('uploadId')) this.#upload(asked, response)
    else this.#object(path.join('/'), asked, response)
  }

  #object(name: string, { request: { method, headers }, body }: Asked, response: ServerResponse): void {
    const held = this.objects.get(name)
    if (method === 'PUT') {
      if (headers['x-amz-content-sha256'] !== hashOf(body)) return refuse(response, 400, 'XAmzContentSHA256Mismatch')
      this.objects.set(name, { bytes: body, sum: String(headers['x-amz-meta-sha256']), putAt: new Date() })
      return void response.end()
    }
    if (method === 'DELETE') {
      this.objects.delete(name)
      return void response.writeHead(204).end()
    }
    if (!held) return refuse(response, 404, 'NoSuchKey')
    const { bytes, sum } = held
    response.writeHead(200, { 'x-amz-meta-sha256': sum, 'content-length': bytes.byteLength }).end(bytes)
  }

  #begin(name: string, { request: { headers } }: Asked, response: ServerResponse): void {
    const id = randomUUID()
    this.uploads.set(id, { name, sum: String(headers['x-amz-meta-sha256']), parts: new Map(), begunAt: new Date() })
    response.end(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
  }

  #upload({ request: { method, headers }, url, body }: Asked, response: ServerResponse): void {
    const id = url.searchParams.get('uploadId') ?? ''
    const upload = this.uploads.get(id)
    if (!upload) return refuse(response, 404, 'NoSuchUpload')
    if (method === 'DELETE') {
      this.uploads.delete(id)
      return void response.writeHead(204).end()
    }
    if (headers['x-amz-content-sha256'] !== hashOf(body)) return refuse(response, 400, 'XAmzContentSHA256Mismatch')
    if (method === 'PUT') {
      upload.parts.set(url.searchParams.get('partNumber') ?? '', body)
      return void response.writeHead(200, { etag: `"${hashOf(body)}"` }).end()
    }
    const parts = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>"(\w+)"<\/ETag>/g)].map(
      ([, number = '', tag]) => ({ tag, bytes: upload.parts.get(number) ?? Buffer.alloc(0) }),
    )
    // As S3 does, which begins to answer before it knows.
    if (parts.some(({ tag, bytes }) => tag !== hashOf(bytes))) return refuse(response, 200, 'InvalidPart')
    if (parts.slice(0, -1).some(({ bytes }) => bytes.byteLength < LEAST_OF_PART))
      return refuse(response, 400, 'EntityTooSmall')
    const bytes = Buffer.concat(parts.map((part) => part.bytes))
    this.objects.set(upload.name, { bytes, sum: upload.sum, putAt: new Date() })
    this.uploads.delete(id)
    response.end('<CompleteMultipartUploadResult></CompleteMultipartUploadResult>')
  }

  #listUploads(response: ServerResponse): void {
    const uploads = [...this.uploads].map(
      ([id, { name, begunAt }]) =>
        `<Upload><Key>${name}</Key><UploadId>${id}</UploadId><Initiated>${begunAt.toISOString()}</Initiated></Upload>`,
    )
    response.end(`<ListMultipartUploadsResult>${uploads.join('')}</ListMultipartUploadsResult>`)
  }

  #list(query: URLSearchParams, response: ServerResponse): void {
    const after = query.get('continuation-token') ?? ''
    const names = [...this.objects.keys()].filter((name) => name.startsWith(query.get('prefix') ?? '') && name > after)
    const page = names.toSorted().slice(0, Math.min(Number(query.get('max-keys')), this.mostOfPage))
    const contents = page.map((name) => {
      const putAt = this.objects.get(name)?.putAt.toISOString()
      return `<Contents><Key>${name}</Key><LastModified>${putAt}</LastModified></Contents>`
    })
    const isMore = page.length < names.length
    response.end(
      `<?xml version="1.0"?><ListBucketResult><IsTruncated>${isMore}</IsTruncated>${contents.join('')}` +
        `${isMore ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''}</ListBucketResult>`,
    )
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)
}

/** As "Authenticating Requests (AWS Signature Version 4)" has it. */
function isSigned({ request: { method, headers }, url }: Asked): boolean {
  const [, scope, names = '', given] =
    /^AWS4-HMAC-SHA256 Credential=hallway\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (!scope || !names.includes('x-amz-content-sha256')) return false
  const query = [...url.searchParams].map((pair) => pair.map(encode).join('=')).toSorted()
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`)
  const canonical = [method, url.pathname, query.join('&'), signed.join(''), names, headers['x-amz-content-sha256']]
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hashOf(canonical.join('\n'))].join('\n')
  const key = scope.split('/').reduce<string | Buffer>(sign, `AWS4${KEYS.HALLWAY_S3_SECRET_ACCESS_KEY}`)
  return sign(key, text).toString('hex') === given
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function sign(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function hashOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
