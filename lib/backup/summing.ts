import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

/** Hands bytes on as they are. `sum`: their SHA-256 as hex, once all have passed. */
export function summing(): { through: Transform; sum: () => string } {
  const hash = createHash('sha256')
  const through = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { through, sum: () => hash.digest('hex') }
}
