import { useTranslations } from 'next-intl'
import { useId, type ChangeEvent } from 'react'
import { pictureTypes } from '@/lib/platform/pictures/picture-types'

const look =
  'inline-flex min-h-11 cursor-pointer items-center font-medium text-accent underline underline-offset-4 ' +
  'peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent'

/** The two ways to a photo: the camera, and what is on the device. */
export function PhotoButtons({
  takeField,
  onFiles,
}: {
  /** The id of the camera's field, which may be opened from elsewhere. */ takeField: string
  onFiles: (files: File[]) => void
}) {
  const chooseField = useId()
  const t = useTranslations('notes.photos')
  return (
    <div className="flex flex-wrap gap-x-5">
      {/*
        Phones turn their own formats into one of these when asked for them; the camera is asked for by the family.
      */}
      <PhotoInput id={takeField} label={t('take')} accept="image/*" capture="environment" onFiles={onFiles} />
      <PhotoInput id={chooseField} label={t('choose')} accept={pictureTypes.join()} multiple onFiles={onFiles} />
    </div>
  )
}

function PhotoInput({
  id,
  label,
  onFiles,
  ...input
}: {
  id: string
  label: string
  accept: string
  capture?: 'environment'
  multiple?: boolean
  onFiles: (files: File[]) => void
}) {
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(target.files ?? [])])
    // The same file may be chosen again.
    target.value = ''
  }
  return (
    <span className="relative">
      <input id={id} type="file" className="peer sr-only" onChange={onChange} {...input} />
      <label htmlFor={id} className={look}>
        {label}
      </label>
    </span>
  )
}
