import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

/** One thing that is settled, in a line: what it is, and behind a tap the way to change it. */
export function SheetRow({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <details className="group border-t border-line">
      <summary className="flex min-h-11 list-none items-center gap-3 py-2 [&::-webkit-details-marker]:hidden">
        <span className="w-24 shrink-0 font-medium">{name} </span>
        <bdi className="min-w-0 flex-1 text-muted">{value}</bdi>
        <Icon name="chevron" className="size-5 shrink-0 text-muted group-open:rotate-180" />
      </summary>
      <div className="grid gap-3 pb-4">{children}</div>
    </details>
  )
}
