import { get, type IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'

/** The pokes of one stream as they come; undefined at its end. */
export function listenLive(
  port: number,
  topics: string,
  cookie = '',
): Promise<{ next: () => Promise<unknown>; answer: IncomingMessage }> {
  return new Promise((done, fail) => {
    get({ port, path: `/api/live?topics=${topics}`, headers: { cookie }, agent: false }, (answer) => {
      answer.on('error', () => undefined)
      const lines = createInterface({ input: answer })[Symbol.asyncIterator]()
      const next = async (): Promise<unknown> => {
        const { value, done: isOver } = await lines.next()
        if (isOver) return undefined
        return String(value).startsWith('data: ') ? JSON.parse(String(value).slice(6)) : next()
      }
      done({ next, answer })
    }).once('error', fail)
  })
}
