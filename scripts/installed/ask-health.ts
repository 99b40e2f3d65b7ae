import { get } from 'node:http'

const DEADLINE_MS = 5_000

/** Does the Hallway that serves on this machine's PORT say that it is well? */
export function askHealth(): Promise<boolean> {
  // Not by fetch, which takes longer to load than to ask.
  return new Promise((done) => {
    const asking = get(
      { host: '127.0.0.1', port: process.env.PORT || 3000, path: '/api/health', timeout: DEADLINE_MS },
      (response) => {
        response.resume()
        done(response.statusCode === 200)
      },
    )
    asking.once('timeout', () => asking.destroy())
    asking.once('error', () => done(false))
  })
}
