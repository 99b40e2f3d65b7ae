import type { Agenda } from './agenda'
import { conferenceDocument, ofProgramme } from './conference-document'

/** The whole programme, as screens show it. */
export const agendaDocument = conferenceDocument<Agenda>({ ...ofProgramme, name: 'agenda.json' })
