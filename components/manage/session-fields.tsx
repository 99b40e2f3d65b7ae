import { useTranslations } from 'next-intl'
import { Field, SelectField, TextField } from '@/components/ui/field'
import { SpanFields } from '@/components/ui/clocks/span-fields'
import { cityOf } from '@/lib/i18n/zones'
import { timeOf } from '@/lib/platform/time'
import { writePeople } from '@/lib/program/names/listed'
import { sessionKinds, type SessionKind } from '@/lib/program/session-kinds'

const flagFields = [
  ['soldOut', 'sold-out'],
  ['separateRegistration', 'separate-registration'],
] as const

type Choice = { id: string; name: string }

type Session = {
  title: string
  dayOn: string
  startAt: Date | null
  endAt: Date | null
  kind: SessionKind
  description: string | null
  language: string | null
  capacity: number | null
  level: string | null
  flags: string[]
  trackId: string | null
  roomIds: string[]
  speakers: { name: string; company: string | null }[]
}

type Props = {
  conference: { timeZone: string }
  rooms: Choice[]
  tracks: Choice[]
  /** It is of a track in any case. */ isTrackGiven: boolean
  session?: Session
  day?: string
}

/** What is known of a session; times are on the conference's clocks. */
export function SessionFields({ conference: { timeZone }, rooms, tracks, isTrackGiven, session, day }: Props) {
  const t = useTranslations('manage')
  const ofSession = useTranslations('session')
  const clock = (instant: Date | null | undefined) => (instant ? timeOf(instant, timeZone) : '')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:grid-cols-2 sm:items-end">
      <div className="sm:col-span-2">
        <Field name="title" required maxLength={500} label={t('sessionTitle')} defaultValue={session?.title} />
      </div>
      <Field name="dayOn" type="date" required label={t('day')} defaultValue={session?.dayOn ?? day} />
      <SelectField name="kind" label={t('kind')} defaultValue={session?.kind ?? 'talk'}>
        {sessionKinds.map((kind) => (
          <option key={kind} value={kind}>
            {ofSession(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <SpanFields
        start={{
          ...{ name: 'start', label: t('start'), defaultValue: clock(session?.startAt) },
          hint: t('timeHint', { zone: cityOf(timeZone) }),
        }}
        end={{ name: 'end', label: t('end'), defaultValue: clock(session?.endAt) }}
      />
      <SelectField name="room" label={t('room')} defaultValue={session?.roomIds[0] ?? ''}>
        <option value="">{t('noRoom')}</option>
        {rooms.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField name="track" label={t('track')} defaultValue={session?.trackId ?? ''}>
        {isTrackGiven ? null : <option value="">{t('noTrack')}</option>}
        {tracks.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="sm:col-span-2">
        <TextField
          name="speakers"
          rows={3}
          label={t('speakers')}
          hint={t('speakersHint')}
          defaultValue={session && writePeople(session.speakers, '\n')}
        />
      </div>
      <div className="sm:col-span-2">
        <TextField
          name="description"
          rows={5}
          maxLength={20000}
          label={t('description')}
          defaultValue={session?.description ?? ''}
        />
      </div>
      <Field name="language" maxLength={20} label={t('language')} defaultValue={session?.language ?? ''} />
      <Field
        name="capacity"
        type="number"
        inputMode="numeric"
        min={1}
        label={t('capacity')}
        defaultValue={session?.capacity ?? ''}
      />
      <div className="sm:col-span-2">
        <Field
          name="level"
          maxLength={300}
          label={t('level')}
          hint={t('levelHint')}
          defaultValue={session?.level ?? ''}
        />
      </div>
      <fieldset className="sm:col-span-2">
        <legend className="text-sm font-medium">{t('flags')}</legend>
        {flagFields.map(([name, flag]) => (
          <label key={name} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={name}
              value="1"
              defaultChecked={session?.flags.includes(flag)}
              className="size-5 shrink-0 accent-accent"
            />
            {ofSession(`flag.${flag}`)}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
