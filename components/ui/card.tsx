import type { ComponentProps } from 'react'

const borders = { plain: 'border-line', warning: 'border-warning', danger: 'border-danger' }

/** A raised area of related things. */
export function Card({
  tone = 'plain',
  className = '',
  ...rest
}: ComponentProps<'section'> & { tone?: keyof typeof borders }) {
  return <section className={`grid gap-3 rounded-xl border ${borders[tone]} bg-raised p-4 ${className}`} {...rest} />
}
