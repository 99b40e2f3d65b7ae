import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { ZoneList } from './zone-list'

/**
 * The conference's time zone: what is known, else this browser's own as a first guess, which gives way to what the
 * files say. Fills an empty box, or over its own guess: what its person wrote stays, before our code came and while a
 * programme is looked at.
 * @param given of the conference, or of what was looked at last
 */
export function ZoneField({ given, asked }: { given: string | null | undefined; asked: boolean }) {
  const t = useTranslations('bringIn')
  const box = useRef<HTMLInputElement>(null)
  const guess = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!box.current || !guess.current) return
    const isGuess = guess.current.value !== '' && box.current.value === guess.current.value
    if (box.current.value !== '' && !isGuess) return
    box.current.value = given ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    guess.current.value = isGuess || !given ? box.current.value : ''
    // Whoever is about to write here writes instead of the guess, not after it.
    if (document.activeElement === box.current) box.current.select()
  }, [given])
  return (
    <>
      <input ref={guess} type="hidden" name="guessedZone" />
      <Field
        ref={box}
        name="timeZone"
        required
        list="zones"
        label={t('timeZone')}
        hint={t('timeZoneHint')}
        error={asked ? t('reason.time-zone-needed') : undefined}
        defaultValue={given ?? ''}
        onInput={() => {
          // From now on it is theirs, also where they write the same.
          if (guess.current) guess.current.value = ''
        }}
      />
      <ZoneList id="zones" />
    </>
  )
}
