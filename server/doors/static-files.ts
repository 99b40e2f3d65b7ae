import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { deliver } from '../jobs/deliver'
import { isRead, type Exchange, type HeaderMap, type Station } from './exchange'
import { representAs, type Representation } from '../documents/representation'

// `file`, `br` and `gz` are paths below the project's folder; the build writes them.
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    br: z.string().optional(),
    gz: z.string().optional(),
    type: z.string(),
    immutable: z.boolean(),
  }),
)
type StaticFile = z.output<typeof manifestSchema>[string]

/**
 * Answers the build's files from memory, as the build compressed them. Where there is no manifest (development) Next
 * has them.
 * @param options.root the project's folder
 * @param options.policy what a style sheet or a worker may load
 */
export async function serveStaticFiles({
  root,
  manifest,
  policy,
}: {
  root: string
  manifest: string
  policy: string
}): Promise<Station> {
  const files = new Map(Object.entries(await readManifest(resolve(root, manifest))))
  const held = new Map<string, Representation>()

  return (exchange) => {
    const path = decode(exchange.path)
    const file = files.get(path)
    if (!file) return false
    if (!isRead(exchange)) return true
    const representation = held.get(path)
    if (!representation) return readAndGive(exchange, path, file)
    give(exchange, path, file, representation)
    return true
  }

  async function readAndGive(exchange: Exchange, path: string, file: StaticFile): Promise<boolean> {
    const representation = await read(root, file)
    held.set(path, representation)
    give(exchange, path, file, representation)
    return true
  }

  function give(exchange: Exchange, path: string, file: StaticFile, representation: Representation): void {
    deliver(exchange, representation, {
      ...headersOf(path, file),
      vary: 'Accept-Encoding',
      'content-security-policy': policy,
    })
  }
}

/** The manifest names its files decoded. */
function decode(path: string): string {
  try {
    return path.includes('%') ? decodeURIComponent(path) : path
  } catch {
    return path
  }
}

async function readManifest(file: string): Promise<z.output<typeof manifestSchema>> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  return manifestSchema.parse(JSON.parse(text))
}

async function read(root: string, { file, br, gz, type }: StaticFile): Promise<Representation> {
  const [identity, brotli, gzip] = await Promise.all(
    [file, br, gz].map((path) => path && readFile(resolve(root, path))),
  )
  if (!identity) throw new Error(`${file} is named by the manifest without a path`)
  return representAs({ identity, ...(brotli && { br: brotli }), ...(gzip && { gzip }) }, type)
}

function headersOf(path: string, { immutable }: StaticFile): HeaderMap {
  if (immutable) return { 'cache-control': 'public, max-age=31536000, immutable' }
  // A worker that is kept would keep an old Hallway.
  return { 'cache-control': path === '/sw.js' ? 'no-cache' : 'public, max-age=3600' }
}
