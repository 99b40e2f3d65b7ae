import { connect, type Socket } from 'node:net'
import { gunzipSync } from 'node:zlib'

// On bare sockets: Node's own client needs more of the processor than what it measures.

export type Asked = { cookie?: string; etag?: string; body?: string; keeps?: boolean }
export type Answer = { status: number; etag: string; text: string; bytes: number }

const MOST_SOCKETS = 1_500
// Hallway lets go of a connection after 75 seconds.
const IDLE_MS = 30_000
const PATIENCE_MS = 15_000
const HEAD_END = Buffer.from('\r\n\r\n')
const BODY_END = Buffer.from('0\r\n\r\n')

type Line = { socket: Socket; usedAtMs: number; take: ((chunk: Buffer) => void) | null; fail: (error: Error) => void }

/** Connections to a server that many phones share, as behind a proxy; each answers one request at a time. */
export class Wire {
  private readonly idle: Line[] = []
  private readonly waiting: (() => void)[] = []
  private open = 0

  /** @param ports of this machine, in turn */
  constructor(private readonly ports: readonly number[]) {}

  /** @throws {Error} where no answer came within a device's patience */
  async ask(method: 'GET' | 'POST', path: string, asked: Asked = {}): Promise<Answer> {
    const line = this.idle.pop() ?? (await this.connected())
    return new Promise((done, fail) => {
      const late = setTimeout(() => line.socket.destroy(new Error('No answer in time')), PATIENCE_MS)
      line.fail = (error) => (clearTimeout(late), fail(error))
      const read = reader(asked.keeps ?? false)
      line.take = (chunk) => {
        const answer = read(chunk)
        if (!answer) return
        clearTimeout(late)
        this.put(line)
        done(answer)
      }
      line.socket.write(requestOf(method, path, asked))
    })
  }

  close(): void {
    for (const { socket } of this.idle) socket.destroy()
  }

  private put(line: Line): void {
    line.take = null
    line.fail = () => undefined
    line.usedAtMs = Date.now()
    this.idle.push(line)
    this.waiting.shift()?.()
    while (this.idle[0] && Date.now() - this.idle[0].usedAtMs > IDLE_MS) this.idle.shift()?.socket.destroy()
  }

  private async connected(): Promise<Line> {
    while (this.open >= MOST_SOCKETS) {
      await new Promise<void>((done) => this.waiting.push(done))
      const free = this.idle.pop()
      if (free) return free
    }
    const number = this.open++
    // Several addresses of this machine: one has 28,000 ports.
    const socket = connect({
      host: '127.0.0.1',
      port: this.ports[number % this.ports.length] ?? 0,
      localAddress: `127.0.1.${1 + (number % 8)}`,
      noDelay: true,
    })
    const line: Line = { socket, usedAtMs: Date.now(), take: null, fail: () => undefined }
    socket.on('data', (chunk) => line.take?.(chunk))
    socket.on('error', (error) => line.fail(error))
    socket.on('close', () => {
      this.open--
      this.waiting.shift()?.()
      if (this.idle.includes(line)) this.idle.splice(this.idle.indexOf(line), 1)
      line.fail(new Error('The connection was closed'))
    })
    return line
  }
}

function requestOf(method: string, path: string, { cookie, etag, body }: Asked): string {
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Accept-Encoding: gzip']
  if (cookie) lines.push(`Cookie: ${cookie}`)
  if (etag) lines.push(`If-None-Match: ${etag}`)
  if (body !== undefined)
    lines.push(
      'Sec-Fetch-Site: same-origin',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
    )
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}

/** Takes what comes until the answer is whole. @param keeps its text is wanted */
function reader(keeps: boolean): (chunk: Buffer) => Answer | null {
  const parts: Buffer[] = []
  let head: ReturnType<typeof headOf> = null
  let bytes = 0
  return (chunk) => {
    bytes += chunk.length
    if (!head || keeps || parts.length === 0) parts.push(chunk)
    head ??= headOf(Buffer.concat(parts))
    if (!head) return null
    const isWhole =
      head.length === null ? chunk.subarray(-BODY_END.length).equals(BODY_END) : bytes >= head.size + head.length
    if (!isWhole) return null
    const body = keeps ? Buffer.concat(parts).subarray(head.size) : null
    const plain = body && head.length === null ? unchunked(body) : body
    const text = plain === null ? '' : (head.isGzip ? gunzipSync(plain) : plain).toString()
    return { status: head.status, etag: head.etag, text, bytes }
  }
}

function headOf(read: Buffer) {
  const end = read.indexOf(HEAD_END)
  if (end === -1) return null
  const text = read.subarray(0, end).toString('latin1')
  const status = Number(text.slice(9, 12))
  const length = /^content-length: (\d+)/im.exec(text)?.[1]
  const isEmpty = status === 204 || status === 304
  return {
    status,
    etag: /^etag: (.+)$/im.exec(text)?.[1]?.trim() ?? '',
    isGzip: /^content-encoding: gzip/im.test(text),
    length: isEmpty ? 0 : length === undefined ? null : Number(length),
    size: end + HEAD_END.length,
  }
}

function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length;) {
    const end = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.subarray(at, end).toString('latin1'), 16)
    if (!size) break
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
  return Buffer.concat(parts)
}
