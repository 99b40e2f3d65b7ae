import { connect, type Socket } from 'node:net'
import { backoffMs } from '@/lib/sync/client/exchange/backoff'
import { pokeIn, type Poke } from '@/lib/sync/client/exchange/poke-connection'

type Ways = {
  /** Of this machine. */ port: number
  /** The screen's own, so that no address needs more ports than it has. */ from: string
  topics: string
  cookie: string
  onPoke: (poke: Poke) => void
  /** It stands, or stands again after so long without. */ onOpen: (awayMs: number) => void
}

/** An open screen: a stream of pokes, made anew when it breaks, after the pause that a device makes. */
export class Screen {
  private socket: Socket | null = null
  private failures = 0
  private isOver = false
  private isOpen = false
  private sinceMs = performance.now()
  private rest = ''

  constructor(private readonly ways: Ways) {
    this.open()
  }

  get stands(): boolean {
    return this.isOpen
  }

  close(): void {
    this.isOver = true
    this.socket?.destroy()
  }

  private open(): void {
    const { port, from, topics, cookie } = this.ways
    const socket = connect({ host: '127.0.0.1', port, localAddress: from, noDelay: true }, () =>
      socket.write(
        `GET /api/live?topics=${topics} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nCookie: ${cookie}` +
          '\r\n\r\n',
      ),
    )
    this.socket = socket
    this.rest = ''
    socket.setEncoding('latin1').on('data', (text: string) => this.read(text))
    // What breaks is closed.
    socket.on('error', () => undefined)
    socket.once('close', () => this.lose())
  }

  private read(text: string): void {
    const lines = (this.rest + text).split('\n')
    this.rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line.startsWith('HTTP/1.1 ') && !line.startsWith('HTTP/1.1 200')) return void this.socket?.destroy()
      // The stream's last chunk: a proxy keeps the connection for some seconds, a browser does not wait for that.
      if (line === '0\r') return void this.socket?.destroy()
      if (!line.startsWith('data: ')) continue
      this.stand()
      const poke = pokeIn(line.slice('data: '.length))
      if (poke) this.ways.onPoke(poke)
    }
  }

  private stand(): void {
    if (this.isOpen) return
    this.isOpen = true
    this.failures = 0
    this.ways.onOpen(performance.now() - this.sinceMs)
  }

  private lose(): void {
    if (this.isOver) return
    if (this.isOpen) {
      this.isOpen = false
      this.sinceMs = performance.now()
    }
    setTimeout(() => this.isOver || this.open(), backoffMs(++this.failures, Math.random()))
  }
}
