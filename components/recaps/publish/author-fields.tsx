import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import type { PublicFacts } from '../edited-recap'

/** Asks, before anything of theirs is public, what an author is called and where what they publish stands. */
export function AuthorFields({ facts, origin }: { facts: PublicFacts; origin: string }) {
  const t = useTranslations('recaps')
  if (facts.handle !== null) return null
  return (
    <>
      {facts.authorName === null ? (
        <Field
          label={t('yourName')}
          hint={t('yourNameHint')}
          name="name"
          required
          maxLength={100}
          autoComplete="name"
        />
      ) : null}
      <Field
        label={t('handle')}
        hint={t('handleHint', { begins: `${origin}/@` })}
        name="handle"
        defaultValue={facts.suggestedHandle}
        required
        maxLength={30}
        dir="ltr"
        autoCapitalize="none"
        spellCheck={false}
      />
    </>
  )
}
