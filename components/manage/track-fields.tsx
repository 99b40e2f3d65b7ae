import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'

const colors = Array.from({ length: 12 }, (_, index) => index + 1)

/** A track's name and its colour, one of twelve that are readable on light and dark. */
export function TrackFields({ track }: { track?: { name: string; color: number } }) {
  const t = useTranslations('manage')
  return (
    <div className="grid gap-3">
      <Field name="name" required maxLength={300} label={t('trackName')} defaultValue={track?.name} />
      <fieldset>
        <legend className="font-medium">{t('color')}</legend>
        <div className="flex flex-wrap gap-2 pt-1">
          {colors.map((color) => (
            <label
              key={color}
              className={
                `track-${color} flex size-11 cursor-pointer items-center justify-center rounded-lg border ` +
                'border-line has-checked:border-2 has-checked:border-ink'
              }
            >
              <input
                type="radio"
                name="color"
                value={color}
                defaultChecked={color === (track?.color ?? 1)}
                aria-label={t('colorName', { color: `_${color}` })}
                className="sr-only"
              />
              <span aria-hidden="true" className="size-7 rounded-full bg-track" />
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
