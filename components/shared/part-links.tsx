import { Fragment } from 'react'
import type { PartKind } from '@/lib/program/parts'
import { PartLink } from './part-link'

type Props = {
  conference: string
  kind: PartKind
  parts: readonly { id: string; slug: string; name: string; place?: unknown }[]
  /** Rooms that are on a plan are shown there first. */ areOnPlan?: boolean
  className?: string
}

/** The names of several of a kind in one line, each leading to its page. */
export function PartLinks({
  conference,
  kind,
  parts,
  areOnPlan = false,
  className = 'inline-block min-h-6 leading-6',
}: Props) {
  return parts.map((part, index) => (
    <Fragment key={part.id}>
      {index > 0 ? ', ' : ''}
      <PartLink conference={conference} kind={kind} part={part} isOnPlan={areOnPlan} className={className} />
    </Fragment>
  ))
}
