import { createServer, type AddressInfo } from 'node:net'

/** A mail server as the wire sees it: takes what is sent, but nothing for "full@…". */
export class MailServer {
  /** Every mail as it came, headers and all; lines end with \n. */
  readonly received: string[] = []
  readonly #server = createServer((socket) => {
    let mail: string | null = null
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 test')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (mail !== null && line !== '.') mail += `${line}\n`
        else if (line === '.') {
          this.received.push(mail ?? '')
          mail = null
          say('250 taken')
        } else if (line === 'DATA') {
          mail = ''
          say('354 go on')
        } else if (line.startsWith('RCPT TO:<full@')) say('552 mailbox full')
        else if (line === 'QUIT') say('221 bye')
        else say('250 ok')
      }
    })
  })

  start(): Promise<void> {
    return new Promise((listening) => this.#server.listen(0, '127.0.0.1', listening))
  }

  stop(): Promise<void> {
    return new Promise((closed) => this.#server.close(() => closed()))
  }

  /** For SMTP_URL. */
  get url(): string {
    // A server that listens on a port has such an address.
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }
}

/** The text of a mail with its transfer encoding undone. */
export function textOf(mail: string): string {
  const body = mail.slice(mail.indexOf('\n\n') + 2)
  return Buffer.from(
    body
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
}
