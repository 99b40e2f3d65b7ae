import { useEffect, useState } from 'react'
import type { SessionFilter } from '@/lib/planning/search'

const fields = ['track', 'room', 'colocated', 'language'] as const

/**
 * The filters, kept in the address so that a narrowed day can be shared; read after hydration, as the page's bytes are
 * the same for all.
 */
export function useFilters(): [SessionFilter, (filters: SessionFilter) => void] {
  const [filters, setFilters] = useState<SessionFilter>({})
  useEffect(() => {
    const read = () => setFilters(fromAddress(new URLSearchParams(location.search)))
    read()
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [])
  const change = (next: SessionFilter) => {
    setFilters(next)
    history.replaceState(history.state, '', `${location.pathname}${toAddress(next)}`)
  }
  return [filters, change]
}

function fromAddress(query: URLSearchParams): SessionFilter {
  const named = Object.fromEntries(fields.flatMap((field) => (query.get(field) ? [[field, query.get(field)]] : [])))
  return { ...named, ...(query.has('free') && { onlyFree: true }), ...(query.has('hidden') && { hidden: true }) }
}

function toAddress(filters: SessionFilter): string {
  const query = new URLSearchParams(fields.flatMap((field) => (filters[field] ? [[field, filters[field]]] : [])))
  if (filters.onlyFree) query.set('free', '')
  if (filters.hidden) query.set('hidden', '')
  return query.size > 0 ? `?${query}` : ''
}
