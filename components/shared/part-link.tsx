import { Outside } from '@/components/ui/facts'
import { pageAddress } from '@/lib/program/addresses'
import { placeAddress } from '@/lib/program/building/floor-address'
import type { PartKind } from '@/lib/program/parts'

type Props = {
  conference: string
  kind: PartKind
  /** Of a room also where it is on a plan. */ part: { slug: string; name: string; place?: unknown }
  /** A room that is on a plan is shown there first. */ isOnPlan?: boolean
  className?: string
}

/** The name of a speaker, room, track or co-located event, which leads to its page. */
export function PartLink({ conference, kind, part, isOnPlan = false, className = '' }: Props) {
  return (
    <a
      href={isOnPlan && part.place ? placeAddress(conference, part) : pageAddress(conference, kind, part.slug)}
      className={`underline decoration-edge underline-offset-4 hover:decoration-current ${className}`}
    >
      <Outside>{part.name}</Outside>
    </a>
  )
}
