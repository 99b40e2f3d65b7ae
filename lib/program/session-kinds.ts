/** What a session is. Apart from program.ts, so that a browser needs no zod to name them. */
export const sessionKinds = [
  'talk',
  'keynote',
  'workshop',
  'lightning',
  'panel',
  'break',
  'service',
  'container',
] as const
export type SessionKind = (typeof sessionKinds)[number]
