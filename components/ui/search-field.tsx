import { Icon } from '@/components/ui/icon'
import { useEarlyText } from './typing/use-early-text'

type Props = { label: string; hint: string; value: string; onChange: (value: string) => void }

/** Search as you type; Escape empties it. */
export function SearchField({ label, hint, value, onChange }: Props) {
  const box = useEarlyText<HTMLInputElement>(value, onChange)
  return (
    <div role="search" className="relative">
      <Icon name="search" className="pointer-events-none absolute left-3 top-3 size-5 text-muted" />
      <input
        ref={box}
        type="search"
        dir="auto"
        aria-label={label}
        placeholder={hint}
        value={value}
        enterKeyHint="search"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
        className="min-h-11 w-full rounded-full border border-edge bg-raised pl-10 pr-4 text-base"
      />
    </div>
  )
}
