import { Outside } from '@/components/ui/facts'
import { pageAddress } from '@/lib/program/addresses'
import type { PartKind } from '@/lib/program/parts'

type Props = { conference: string; kind: PartKind; part: { slug: string; name: string }; className?: string }

/** The name of a speaker, room, track or co-located event, which leads to its page. */
export function PartLink({ conference, kind, part, className = '' }: Props) {
  return (
    <a
      href={pageAddress(conference, kind, part.slug)}
      className={`underline decoration-edge underline-offset-4 hover:decoration-current ${className}`}
    >
      <Outside>{part.name}</Outside>
    </a>
  )
}
