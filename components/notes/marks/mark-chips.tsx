import { useTranslations } from 'next-intl'
import type { CountedKind, MarkCount } from '@/lib/notes/mark-counts'
import { MarkIcon } from './mark-icon'

const look = 'inline-flex h-6 items-center gap-1 rounded-full px-2 text-xs font-medium tabular-nums'

type Props = { counts: readonly MarkCount[]; /** How many photos. */ photos?: number }

/** What is in a note, in signs and numbers; in words for who has it read. What is still to do stands out. */
export function MarkChips({ counts, photos = 0 }: Props) {
  const t = useTranslations('notes')
  const chip = (kind: CountedKind | 'photo', count: number) => (
    <span
      key={kind}
      title={t(`counted.${kind}`, { count })}
      className={`${look} ${kind === 'todo' ? 'bg-tint text-accent' : 'bg-sunken text-muted'}`}
    >
      <MarkIcon kind={kind} className="size-4" />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t(`counted.${kind}`, { count })}</span>
    </span>
  )
  if (counts.length === 0 && photos === 0) return null
  return (
    <span className="mt-1.5 flex flex-wrap gap-1.5">
      {counts.map(({ kind, count }) => chip(kind, count))}
      {photos > 0 ? chip('photo', photos) : null}
    </span>
  )
}
