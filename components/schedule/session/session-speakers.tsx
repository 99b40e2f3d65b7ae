import { Initials } from '@/components/shared/initials'
import { Outside } from '@/components/ui/facts'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSpeaker } from '@/lib/program/agenda'

/** Who gives a session: each with their company, leading to all that they give. */
export function SessionSpeakers({ conference, speakers }: { conference: string; speakers: AgendaSpeaker[] }) {
  if (speakers.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {speakers.map((speaker) => (
        <li key={speaker.id} className="min-w-0">
          <a href={pageAddress(conference, 'speaker', speaker.slug)} className="flex min-h-11 items-center gap-3">
            <Initials name={speaker.name} />
            <span className="min-w-0 leading-snug">
              <span className="block font-medium underline decoration-edge underline-offset-4">
                <Outside>{speaker.name}</Outside>
              </span>
              {speaker.company ? (
                <span className="block text-sm text-muted">
                  <Outside>{speaker.company}</Outside>
                </span>
              ) : null}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
