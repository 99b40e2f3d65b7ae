import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'

type Props = {
  value: string
  /** On a phone it is out of sight until it is wanted. */ isOpen: boolean
  onOpen: () => void
  onClose: () => void
  onFocus: () => void
  onChange: (value: string) => void
}

/** Search as you type; ⌘K or Ctrl-K comes here from anywhere on the page, Escape empties it. */
export function SearchBox({ value, isOpen, onOpen, onClose, onFocus, onChange }: Props) {
  const t = useTranslations('schedule')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key !== 'k') return
      event.preventDefault()
      onOpen()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onOpen])
  // Opened by its button, it is where one wants to be; opened by an address, it is not.
  useEffect(() => {
    if (isOpen && input.current?.value === '') input.current.focus()
  }, [isOpen])
  return (
    <div role="search" className={`relative min-w-0 grow lg:max-w-sm ${isOpen ? '' : 'max-lg:hidden'}`}>
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
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        className={
          'min-h-11 w-full rounded-full border border-edge bg-raised pl-10 pr-11 text-base ' +
          '[&::-webkit-search-cancel-button]:hidden'
        }
      />
      {isOpen ? (
        <button
          type="button"
          aria-label={t('closeSearch')}
          onClick={onClose}
          className="absolute right-0 top-0 inline-flex size-11 items-center justify-center"
        >
          <Icon name="close" className="size-5" />
        </button>
      ) : null}
    </div>
  )
}
