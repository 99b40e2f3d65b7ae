import { z } from 'zod'

const FORMAT = 'hallway-installation'

/** What a backup says of itself, at its beginning. */
export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Of the format: what is read differently has another. */
  version: z.literal(1),
  /** Of the Hallway that made it. */
  hallway: z.string(),
  madeAt: z.iso.datetime(),
  /** The migrations that made its tables, in order. */
  migrations: z.array(z.string().regex(/^\d{14}_\w+$/)).min(1),
  /** In the order in which they are put back. */
  tables: z.array(z.object({ name: z.string().min(1), columns: z.array(z.string().min(1)).min(1) })).min(1),
  /** Is what keeps calendars' names and sign-ins the same in it, too? */
  secrets: z.boolean(),
})
export type Manifest = z.infer<typeof manifestSchema>

/** What was in it, at its end: without it a backup was cut short. */
export const checksumsSchema = z.object({
  /** The SHA-256 of each part, as hex, by its name. */
  parts: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  /** How many rows each table has. */
  rows: z.record(z.string(), z.int().min(0)),
  photos: z.int().min(0),
})
export type Checksums = z.infer<typeof checksumsSchema>

/** Of a part that no checksum is known of: no bytes have it. */
export const NO_SUM = ''

export const MANIFEST = 'manifest.json'
export const SECRETS = 'secrets.json'
export const CHECKSUMS = 'checksums.json'

/** Names of parts: rows/<table>/<number>.copy, blobs/<key>. */
export const rowsPart = (table: string, number: number): string =>
  `rows/${table}/${String(number).padStart(6, '0')}.copy`
export const blobPart = (key: string): string => `blobs/${key}`

export type ArchivePart =
  | { kind: 'manifest' | 'secrets' | 'checksums' }
  | { kind: 'rows'; table: string }
  | { kind: 'blob'; key: string }

/** What a part is, by its name; null: nothing of ours. */
export function partNamed(name: string): ArchivePart | null {
  if (name === MANIFEST) return { kind: 'manifest' }
  if (name === SECRETS) return { kind: 'secrets' }
  if (name === CHECKSUMS) return { kind: 'checksums' }
  const [, table] = /^rows\/([A-Za-z]\w*)\/\d{6,}\.copy$/.exec(name) ?? []
  if (table) return { kind: 'rows', table }
  const [, key] = /^blobs\/([0-9a-f-]{36})$/.exec(name) ?? []
  return key ? { kind: 'blob', key } : null
}

export function newManifest(known: Omit<Manifest, 'format' | 'version'>): Manifest {
  return { format: FORMAT, version: 1, ...known }
}
