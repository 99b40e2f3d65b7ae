import type { ComponentProps } from 'react'

/** A raised area of related things. */
export function Card({ className = '', ...rest }: ComponentProps<'section'>) {
  return <section className={`grid gap-3 rounded-xl border border-line bg-raised p-4 ${className}`} {...rest} />
}
