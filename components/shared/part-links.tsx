import { Fragment } from 'react'
import type { PartKind } from '@/lib/program/parts'
import { PartLink } from './part-link'

type Props = {
  conference: string
  kind: PartKind
  parts: readonly { id: string; slug: string; name: string }[]
  className?: string
}

/** The names of several of a kind in one line, each leading to its page. */
export function PartLinks({ conference, kind, parts, className = 'inline-block min-h-6 leading-6' }: Props) {
  return parts.map((part, index) => (
    <Fragment key={part.id}>
      {index > 0 ? ', ' : ''}
      <PartLink conference={conference} kind={kind} part={part} className={className} />
    </Fragment>
  ))
}
