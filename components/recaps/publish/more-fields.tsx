import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field, SelectField } from '@/components/ui/field'
import { languageNames, languages } from '@/lib/i18n/language-names'
import { oneLine } from '@/lib/platform/clean-text'
import type { RecapDraft } from '@/lib/recaps/draft'
import { MOST_ADDRESS_CHARACTERS, type Unfit } from '@/lib/recaps/length'
import { useUnfit } from '../use-unfit'
import type { PublishProps } from './publish-props'
import { SheetRow } from './sheet-row'

/** What is said of a recap besides its text: its language, tags, and where else it stands. */
export function MoreFields({ draft, unfit, edit }: Pick<PublishProps, 'draft' | 'unfit' | 'edit'>) {
  const t = useTranslations('recaps')
  const sayUnfit = useUnfit()
  const [typedTags, setTypedTags] = useState('')
  const wrong = (field: Unfit['field']) => unfit.filter((one) => one.field === field).map(sayUnfit)[0]
  const editTags = (text: string) => {
    setTypedTags(text)
    edit({ tags: tagsOf(text) })
  }
  return (
    <>
      <SheetRow name={t('language')} value={languageNames[draft.language]}>
        <SelectField
          label={t('language')}
          value={draft.language}
          onChange={(event) => edit({ language: languageOf(event.target.value, draft) })}
        >
          {languages.map((known) => (
            <option key={known} value={known} lang={known}>
              {languageNames[known]}
            </option>
          ))}
        </SelectField>
      </SheetRow>
      <SheetRow name={t('tags')} value={draft.tags.join(', ') || t('noTags')}>
        <Field
          label={t('tags')}
          hint={t('tagsHint')}
          error={wrong('tags')}
          value={shownTags(draft.tags, typedTags)}
          onChange={(event) => editTags(event.target.value)}
        />
      </SheetRow>
      <SheetRow name={t('elsewhere')} value={draft.canonicalUrl || t('nowhereElse')}>
        <Field
          label={t('canonical')}
          hint={t('canonicalHint')}
          type="url"
          maxLength={MOST_ADDRESS_CHARACTERS}
          error={wrong('address')}
          value={draft.canonicalUrl ?? ''}
          onChange={(event) => edit({ canonicalUrl: event.target.value })}
        />
      </SheetRow>
    </>
  )
}

function languageOf(chosen: string, { language }: RecapDraft): RecapDraft['language'] {
  return languages.find((known) => known === chosen) ?? language
}

function tagsOf(text: string): string[] {
  return text.split(',').map(oneLine).filter(Boolean)
}

/**
 * Tags as they are typed, with the comma that has nothing behind it yet; as they are saved where they came from
 * elsewhere.
 */
function shownTags(tags: readonly string[], typed: string): string {
  return tagsOf(typed).join() === tags.join() ? typed : tags.join(', ')
}
