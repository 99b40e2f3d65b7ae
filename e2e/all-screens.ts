/** Addresses of every screen that anybody may see, in the examples. */
export const publicScreens = [
  '/',
  '/sign-in',
  '/offline',
  '/c/hallway-days',
  '/c/hallway-days/schedule',
  '/c/hallway-days/sessions/3',
  '/c/hallway-days/plan',
  '/c/hallway-days/rooms',
  '/c/hallway-days/rooms/great-hall/sign',
  '/c/hallway-days/speakers',
  '/c/kubecon-eu-2026/colocated/argocon',
  '/c/hallway-days/tracks',
  '/c/hallway-days/colocated',
  '/c/hallway-days/notes',
  '/c/hallway-days/notes/new',
  '/c/hallway-days/notes/marks',
  '/c/hallway-days/calendars',
  '/c/hallway-days/changes',
  '/c/hallway-days/changelog',
  '/c/hallway-days/together',
  '/carry',
  '/c/kubecon-eu-2026/schedule/2026-03-24',
  '/settings/backup',
  '/privacy',
  '/nowhere',
]

/** Those of whoever is signed in. */
export const memberScreens = ['/settings', '/new', '/c/hallway-days/recaps']

/** Below `/c/<conference>`, of one of odd names. `/sessions/2` is a long one. */
export const conferenceScreens = [
  '',
  '/schedule/2027-06-01',
  '/sessions/2',
  '/plan',
  '/rooms',
  '/speakers',
  '/tracks',
  '/notes',
  '/changes',
  '/changelog',
  '/recaps',
]

/** Below `/c/<conference>/manage`, for its organizers. `/sessions/1` is one that every conference has. */
export const manageScreens = [
  '',
  '/board',
  '/sources',
  '/releases',
  '/releases/1',
  '/sessions',
  '/sessions/1',
  '/rooms',
  '/building',
  '/tracks',
  '/walks',
  '/people',
  '/stewards',
  '/announcements',
  '/wall',
  '/settings',
]
