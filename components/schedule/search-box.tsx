import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'

type Props = { value: string; onFocus: () => void; onChange: (value: string) => void }

/** Search as you type; ⌘K or Ctrl-K comes here from anywhere on the page, Escape empties it. */
export function SearchBox({ value, onFocus, onChange }: Props) {
  const t = useTranslations('schedule')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key !== 'k') return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <div role="search" className="relative pb-2">
      <Icon name="search" className="pointer-events-none absolute left-3 top-3 size-5 text-muted" />
      <input
        ref={input}
        type="search"
        dir="auto"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        value={value}
        enterKeyHint="search"
        autoComplete="off"
        onFocus={onFocus}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
        className="min-h-11 w-full rounded-full border border-edge bg-raised pl-10 pr-4 text-base"
      />
    </div>
  )
}
