// What the server does every minute, once, over the database of DATABASE_URL: whoever is to be told is.
import { alertPeople } from '@/lib/notifications/server/alert-people'
import { loadVapidKeys } from '@/lib/notifications/server/vapid'
import { connect } from '@/lib/platform/db'

const db = connect(process.env.DATABASE_URL ?? '', 2)
await alertPeople(db, { vapid: await loadVapidKeys(db), contact: 'https://hallway.example.org' }, new Date())
await db.$disconnect()
