'use client'

import { LANGUAGE_COOKIE, languageNames, languages, type Language } from '@/lib/i18n/language-names'
import { writePageCookie } from '@/lib/platform/page-cookie'

const A_YEAR_S = 365 * 24 * 3600

/** Both languages, each in its own words; a tap keeps the choice on this device and shows the page again. */
export function LanguageSwitch({ current, name }: { current: string; name: string }) {
  return (
    <div role="group" aria-label={name} className="flex gap-2">
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => choose(language)}
          className={
            'min-h-11 rounded-lg px-2 text-accent underline underline-offset-4 aria-pressed:font-semibold ' +
            'aria-pressed:text-ink aria-pressed:no-underline'
          }
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  )
}

function choose(language: Language) {
  writePageCookie(LANGUAGE_COOKIE, language, A_YEAR_S)
  location.reload()
}
