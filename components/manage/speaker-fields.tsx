import { useTranslations } from 'next-intl'
import { Field, TextField } from '@/components/ui/field'
import { settleBidi, settleLines } from '@/lib/platform/bidi'

type Speaker = { name: string; company: string | null; tagline: string | null; bio: string | null }

/** What is said of a speaker. */
export function SpeakerFields({ speaker: { name, company, tagline, bio } }: { speaker: Speaker }) {
  const t = useTranslations('manage')
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field name="name" required maxLength={300} label={t('roomName')} defaultValue={settleBidi(name)} />
      <Field name="company" maxLength={300} label={t('company')} defaultValue={settleBidi(company ?? '')} />
      <div className="sm:col-span-2">
        <Field name="tagline" maxLength={300} label={t('tagline')} defaultValue={settleBidi(tagline ?? '')} />
      </div>
      <div className="sm:col-span-2">
        <TextField name="bio" rows={6} maxLength={20000} label={t('bio')} defaultValue={settleLines(bio ?? '')} />
      </div>
    </div>
  )
}
