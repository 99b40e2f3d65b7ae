import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg, { type ClientBase } from 'pg'
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams'
import { putBlobStream } from '@/lib/platform/blobs/blobs'
import { blobPart, NO_SUM, type Manifest } from './manifest'
import { readArchive, type Contents } from './read-archive'
import { InstallationRefusal } from './refusal'
import { copiedAs, listTables, quoted } from './tables'
import { PLAIN_FORMS } from './write-installation'

export type RestoreOptions = {
  /** A database whose tables are those of the backup, and empty. */
  url: string
  path: string
  /** false: its photos are let alone. */
  pictures?: boolean
  /** What a reading of it said; without, it is read once more for the checksums of its photos. */
  contents?: Contents
  /** Told what is under way. */
  note?: (text: string) => void
}

/**
 * Puts back what a backup holds: all rows in one transaction, every reference checked; the photos under their keys.
 * Triggers rest meanwhile: what they would do is in the rows.
 *
 * @throws {InstallationRefusal} when it is damaged, or the tables are others; then no row is there
 */
export async function restoreRows({
  url,
  path,
  pictures = true,
  contents: known,
  note,
}: RestoreOptions): Promise<Contents> {
  const sums = pictures ? (known ?? (await readArchive(path))).checksums.parts : {}
  const client = new pg.Client({ connectionString: url, application_name: 'hallway-restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(PLAIN_FORMS)
    const tables = await listTables(client)
    for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`)
    const copy = copyTables(client, note)
    const contents = await readArchive(path, async (part, content, manifest) => {
      if (part.kind === 'rows') await copy.add(part.table, await content.bytes(), manifest)
      else await copy.end()
      if (part.kind === 'blob' && pictures)
        await putBlobStream(part.key, content.stream, sums[blobPart(part.key)] ?? NO_SUM)
    })
    await copy.end()
    await compareCounts(client, contents)
    for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`)
    await client.query('COMMIT')
    return contents
  } finally {
    await client.end()
  }
}

/** One COPY a table, open for as long as its parts come: rows may refer to later ones of the same table. */
function copyTables(client: ClientBase, note: RestoreOptions['note']) {
  let open: { table: string; stream: CopyStreamQuery; done: Promise<void> } | null = null

  async function end(): Promise<void> {
    if (!open) return
    const { stream, done } = open
    open = null
    stream.end()
    await done
  }

  async function add(table: string, bytes: Buffer, manifest: Manifest): Promise<void> {
    if (open?.table !== table) {
      await end()
      const known = manifest.tables.find(({ name }) => name === table)
      if (!known) throw new InstallationRefusal(`The backup has rows of a table that it does not name: ${table}.`)
      note?.(table)
      const stream = client.query(copyFrom(`COPY ${copiedAs(known)} FROM STDIN`))
      const done = finished(stream)
      done.catch(() => undefined)
      open = { table, stream, done }
    }
    // A row that is refused ends the stream: who waits for it to drain would wait for ever.
    if (open && !open.stream.write(bytes)) await Promise.race([once(open.stream, 'drain'), open.done])
  }

  return { add, end }
}

async function compareCounts(client: ClientBase, { checksums, manifest }: Contents): Promise<void> {
  for (const { name } of manifest.tables) {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${quoted(name)}`)
    const wanted = checksums.rows[name] ?? 0
    if (Number(rows[0]?.count) !== wanted)
      throw new InstallationRefusal(
        `${rows[0]?.count} rows of ${name} would be there in place of ${wanted}: nothing is put back.`,
      )
  }
}
