import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'

type Props = { /** Of its heading. */ id: string; title: string; lead: string; children?: ReactNode }

/** One of the ways out on a conference's page of calendars. */
export function FeedCard({ id, title, lead, children }: Props) {
  return (
    <Card aria-labelledby={id}>
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      <p className="text-muted">{lead}</p>
      {children}
    </Card>
  )
}
