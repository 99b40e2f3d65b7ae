import type { Problem } from '@/lib/platform/errors'
import type { ColumnMapping } from './import/csv-mapping'

/** What a person sees of files before they let them in. */
export type BringInPreview = {
  format: string
  title: string | null
  timeZone: string | null
  counts: { sessions: number; rooms: number; speakers: number; days: number }
  /** Against what stands; null for a new conference. */
  diff: { added: number; changed: number; cancelled: number; restored: number; unchanged: number } | null
  changes: { key: string; kind: 'added' | 'changed' | 'cancelled' | 'restored'; title: string; fields: { field: string; before: string; after: string }[] }[]
  problems: Problem[]
  mapping?: ColumnMapping
  headers?: string[]
  question: 'time-zone-needed' | 'which-source' | 'many-cancelled' | 'nothing-usable' | null
}
