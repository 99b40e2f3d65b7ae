import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import type { PublicFacts } from '../edited-recap'
import type { RefusedField } from './refused-field'

type Props = {
  facts: PublicFacts
  origin: string
  /** Why what is in one of the fields was refused. */ errorAt: (field: RefusedField) => string | undefined
}

/** Asks, before anything of theirs is public, what an author is called and where what they publish stands. */
export function AuthorFields({ facts, origin, errorAt }: Props) {
  const t = useTranslations('recaps')
  const [name, setName] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  if (facts.handle !== null) return null
  return (
    <>
      {facts.authorName === null ? (
        <Field
          label={t('yourName')}
          hint={t('yourNameHint')}
          name="name"
          error={errorAt('name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          maxLength={100}
          autoComplete="name"
        />
      ) : null}
      <Field
        label={t('handle')}
        hint={t('handleHint', { begins: `${origin}/@` })}
        name="handle"
        error={errorAt('handle')}
        value={typed ?? (facts.suggestedHandle || handleFor(name))}
        onChange={(event) => setTyped(event.target.value)}
        required
        maxLength={30}
        dir="ltr"
        autoCapitalize="none"
        spellCheck={false}
      />
    </>
  )
}

/** A name in the letters of addresses, as far as it has any: the table of all scripts is heavier than this page. */
function handleFor(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, 30)
    .replace(/-$/, '')
}
