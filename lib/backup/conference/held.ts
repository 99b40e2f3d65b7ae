import type { ArchivePart, Manifest } from '../manifest'
import type { PartContent } from '../read-archive'

/** A conference as a backup holds it. */
export type HeldConference = { slug: string; name: string; sessions: number; picks: number; notes: number }

const COUNTED = { Session: 'sessions', Pick: 'picks', Note: 'notes' } as const

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', v: '\v' }

/** Notes which conferences a backup holds while it is read. */
export function heldConferences(): {
  take: (part: ArchivePart, content: PartContent, manifest: Manifest) => Promise<void>
  list: () => HeldConference[]
} {
  const held = new Map<string, HeldConference>()
  return {
    async take(part, content, manifest) {
      if (part.kind !== 'rows') return
      const columns = manifest.tables.find(({ name }) => name === part.table)?.columns ?? []
      const counted = part.table === 'Conference' ? null : countedOf(part.table)
      if (part.table !== 'Conference' && !counted) return
      for (const row of rowsOf(await content.bytes(), columns)) {
        const of = held.get(row.conferenceId ?? '')
        if (counted && of && isThere(row)) of[counted]++
        if (!counted && row.purgedAt === undefined)
          held.set(row.id ?? '', { slug: row.slug ?? '', name: row.name ?? '', sessions: 0, picks: 0, notes: 0 })
      }
    },
    list: () => [...held.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
  }
}

/** Not cancelled, dropped or deleted: what people see when they count. */
function isThere({ status, droppedAt, deletedAt }: Record<string, string>): boolean {
  return status !== 'cancelled' && droppedAt === undefined && deletedAt === undefined
}

function countedOf(table: string): (typeof COUNTED)[keyof typeof COUNTED] | null {
  return table === 'Session' || table === 'Pick' || table === 'Note' ? COUNTED[table] : null
}

/** The rows of a part in COPY's form; what is absent in a row is no key of it. */
function rowsOf(bytes: Buffer, columns: readonly string[]): Record<string, string>[] {
  const lines = bytes.toString().split('\n').slice(0, -1)
  return lines.map((line) =>
    Object.fromEntries(
      line
        .split('\t')
        .map((value, at): [string, string] => [columns[at] ?? '', value])
        .filter(([, value]) => value !== '\\N')
        .map(([column, value]) => [column, value.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter)]),
    ),
  )
}
