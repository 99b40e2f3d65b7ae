import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useTooLong } from '@/components/ui/typing/use-too-long'

const MOST_PLACE = 200

/** Where a note is written, asked for until its first letter; it may be left out. */
export function PlaceField({ onPlace }: { onPlace: (place: string) => void }) {
  const t = useTranslations('notes')
  const id = useId()
  const { error, onInput } = useTooLong(MOST_PLACE, undefined)
  return (
    <>
      <input
        dir="auto"
        aria-label={t('place')}
        placeholder={t('place')}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        onInput={onInput}
        onChange={({ target }) => onPlace(target.value.slice(0, MOST_PLACE))}
        className="min-h-11 w-full rounded-lg border border-transparent bg-transparent text-base hover:border-edge"
      />
      {error ? (
        <p id={id} role="alert" className="text-sm text-danger">
          {error}
        </p>
      ) : null}
    </>
  )
}
