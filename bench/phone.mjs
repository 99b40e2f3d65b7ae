// @ts-check A phone that posts, over a connection of its own that it keeps. On a bare socket, because thousands of
// Node's own clients need more of the processor than what they measure.
import { connect } from 'node:net'

const END_OF_HEAD = '\r\n\r\n'

/** @typedef {{ post: (path: string, body: unknown) => Promise<void>, close: () => void }} Phone */

/** @param {URL} base @returns {Phone} which connects when it first posts, and posts one thing at a time */
export function openPhone(base) {
  /** @type {import('node:net').Socket | null} */
  let socket = null
  /** @type {((error?: Error) => void) | null} */
  let answered = null
  let read = ''

  /** @param {Error} [error] */
  const settle = (error) => {
    const settled = answered
    answered = null
    read = ''
    settled?.(error)
  }

  const open = () => {
    const made = connect({ host: '127.0.0.1', port: Number(base.port), noDelay: true })
    made.setEncoding('latin1').on('data', (/** @type {string} */ chunk) => {
      read += chunk
      const head = read.indexOf(END_OF_HEAD)
      if (head === -1 || read.length < head + END_OF_HEAD.length + lengthOf(read)) return
      const status = Number(read.slice(9, 12))
      settle(status < 300 ? undefined : new Error(`Answered ${status}`))
    })
    made.on('error', settle).on('close', () => settle(new Error('The connection was closed')))
    return made
  }

  return {
    post: (path, body) =>
      new Promise((done, fail) => {
        answered = (error) => (error ? fail(error) : done())
        const text = JSON.stringify(body)
        socket ??= open()
        socket.write(
          `POST ${path} HTTP/1.1\r\nHost: ${base.host}\r\nContent-Type: application/json\r\nContent-Length: ` +
            `${Buffer.byteLength(text)}\r\n\r\n${text}`,
        )
      }),
    close: () => void socket?.destroy(),
  }
}

/** @param {string} answer with its whole head @returns {number} bytes of its body; none for 204 */
function lengthOf(answer) {
  return Number(/^content-length: (\d+)/im.exec(answer)?.[1] ?? 0)
}
