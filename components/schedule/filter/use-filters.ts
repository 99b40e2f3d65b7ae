import { useEffect, useState } from 'react'
import { firstInSight, LEFT_AT, SEARCHED_AT } from '../day/place-day'
import { filterFields, type SessionFilter } from '@/lib/planning/search/search'

/** What an address says of a day beside its date: how it is narrowed, and what is searched for. */
type Asked = { filters: SessionFilter; query: string }

const nothing: Asked = { filters: {}, query: '' }

/**
 * Filters and search, kept in the address so that a narrowed day can be shared and come back to; read after hydration,
 * as the page's bytes are the same for all.
 */
export function useFilters(): [Asked, (asked: Partial<Asked>) => void] {
  const [asked, setAsked] = useState(nothing)
  useEffect(() => {
    const read = () => setAsked(fromAddress(new URLSearchParams(location.search)))
    read()
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [])
  const change = (part: Partial<Asked>) => {
    const next = { ...asked, ...part }
    setAsked(next)
    history.replaceState(
      { ...history.state, ...placesAfter(asked.query, next.query) },
      '',
      `${location.pathname}${toAddress(next)}`,
    )
  }
  return [asked, change]
}

/**
 * What this entry of the history keeps of places once something else is asked for: where the list was left before is no
 * place of the new one, but the end of a search leads back to where it began, also after the page was loaded again.
 */
function placesAfter(before: string, query: string): Record<string, unknown> {
  if (before === '' && query !== '') return { [LEFT_AT]: undefined, [SEARCHED_AT]: firstInSight() }
  if (before === '' || query !== '') return { [LEFT_AT]: undefined }
  const began: unknown = history.state?.[SEARCHED_AT]
  return { [LEFT_AT]: began, [SEARCHED_AT]: undefined }
}

function fromAddress(query: URLSearchParams): Asked {
  const named = filterFields.flatMap((field) => (query.has(field) ? [[field, query.getAll(field)]] : []))
  return {
    filters: {
      ...Object.fromEntries(named),
      ...(query.has('free') && { onlyFree: true }),
      ...(query.has('mine') && { onlyMine: true }),
      ...(query.has('hidden') && { hidden: true }),
    },
    query: query.get('q') ?? '',
  }
}

/** How a day is narrowed, as its address says it. */
export function toAddress({ filters, query }: Asked): string {
  const words = new URLSearchParams(
    filterFields.flatMap((field) => (filters[field] ?? []).map((slug) => [field, slug])),
  )
  if (filters.onlyFree) words.set('free', '')
  if (filters.onlyMine) words.set('mine', '')
  if (filters.hidden) words.set('hidden', '')
  if (query) words.set('q', query)
  return words.size > 0 ? `?${words}` : ''
}
