import { initialsOf } from '@/lib/program/names/initials'

/** A person's initials where others show a portrait: no picture is fetched from anywhere. Their name is beside it. */
export function Initials({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span
      aria-hidden="true"
      data-initials={initialsOf(name)}
      className={
        'inline-flex shrink-0 items-center justify-center rounded-full bg-tint font-semibold text-accent ' +
        `before:content-[attr(data-initials)] ${large ? 'size-14 text-xl' : 'size-10 text-sm'}`
      }
    />
  )
}
