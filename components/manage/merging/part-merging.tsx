import type { ComponentProps } from 'react'
import { KnownAs } from './known-as'
import { MergeForm } from './merge-form'

type Named = { id: string; name: string }
type Props = Omit<ComponentProps<typeof KnownAs>, 'part'> & {
  part: Named
  /** All of the kind, this one too. */ parts: readonly Named[]
  /** What merging one into another means. */ hint: string
}

/** Of a part: what it became one with before, and how to make it one with another. */
export function PartMerging({ conference, kind, part, parts, known, hint }: Props) {
  const others = parts.filter(({ id }) => id !== part.id).map(({ id, name }) => ({ id, name }))
  return (
    <>
      <KnownAs conference={conference} kind={kind} part={part.id} known={known} />
      {others.length > 0 ? (
        <MergeForm conference={conference.slug} kind={kind} part={part.id} hint={hint} others={others} />
      ) : null}
    </>
  )
}
