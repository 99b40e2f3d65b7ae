/** What a person may be to a conference. A guest has no account, or no membership. */
export const roles = ['owner', 'organizer', 'lead', 'steward', 'attendee', 'guest'] as const
export type Role = (typeof roles)[number]

export const capabilities = [
  'see',
  'plan',
  'count',
  'editSessions',
  'editSchedule',
  'import',
  'editConference',
  'managePeople',
  'deleteConference',
] as const
export type Capability = (typeof capabilities)[number]

/** Whoever may do each thing in a private conference. */
const table: Record<Capability, readonly Role[]> = {
  see: ['owner', 'organizer', 'lead', 'steward', 'attendee'],
  plan: ['owner', 'organizer', 'lead', 'steward', 'attendee'],
  count: ['owner', 'organizer', 'lead', 'steward'],
  // A lead: of what they lead (lib/schedule/scope.ts).
  editSessions: ['owner', 'organizer', 'lead'],
  editSchedule: ['owner', 'organizer'],
  import: ['owner', 'organizer'],
  editConference: ['owner', 'organizer'],
  managePeople: ['owner'],
  deleteConference: ['owner'],
}

/** What a public conference opens to everyone. */
const openWhenPublic: readonly Capability[] = ['see', 'plan']

/** May someone with this role do this in a conference of this visibility? The one place where it is decided. */
export function can(role: Role, capability: Capability, visibility: 'private' | 'public'): boolean {
  return table[capability].includes(role) || (visibility === 'public' && openWhenPublic.includes(capability))
}
