import type { CsvField, ColumnMapping } from '../reading/column-mapping'

/**
 * What people call a column, without accents and in lower case; of several columns the one named first here is taken.
 */
const names: Record<CsvField, string> = {
  id: 'id|session id|proposal id|uid|guid|code|event key|identifiant|reference|kennung',
  title:
    'title|titre|titel|intitule|session title|talk title|session name|talk name|proposal title|event title|' +
    'presentation title|talk|session|presentation|proposal|conference|vortrag|lezing|programmpunkt|onderdeel|sujet|' +
    'onderwerp|event name|event|name|nom|naam',
  day: 'day|date|jour|tag|datum|dag|event date|session date|start date|date de debut|dia|giorno',
  start:
    'start|start time|starts at|starts|start at|begin|begins|begin time|from|heure de debut|debut|heure debut|' +
    'beginn|anfang|von|startzeit|begin tijd|begintijd|starttijd|aanvang|van|event start|start date time|time|heure|' +
    'horaire|horaires|uhrzeit|zeit|tijd|hour|time slot|slot|creneau',
  end:
    'end|end time|ends at|ends|end at|to|until|heure de fin|fin|heure fin|ende|bis|endzeit|eindtijd|einde|eind|tot|' +
    'event end|finish|finish time|end date time',
  duration:
    'duration|duree|dauer|duur|length|minutes|minuten|duration minutes|duration min|duree minutes|duree min|min|' +
    'mins',
  room:
    'room|salle|raum|zaal|stage|scene|venue|hall|saal|buhne|podium|location|lieu|place|ort|locatie|plek|ruimte|' +
    'amphi|room name|emplacement',
  track: 'track|event type|piste|parcours|stream|category|categorie|kategorie|theme|thematique|thema|topic|topics',
  kind: 'kind|type|format|session type|talk type|session format|genre|nature|art|typ|soort|type de session|vortragsart',
  colocated:
    'co located event|colocated event|co located|colocated|evenement colocalise|evenement associe|side event|' +
    'sub event|parent event',
  speakers:
    'speakers|speaker|speaker names|speaker name|presenters|presenter|intervenants|intervenant|intervenante|' +
    'intervenantes|intervenant e s|orateurs|orateur|oratrice|conferenciers|conferencier|conferenciere|sprecher|' +
    'sprecherin|sprecherinnen|referenten|referent|referentin|vortragende|vortragender|sprekers|spreker|panelists|' +
    'facilitators|facilitator|hosts|host|authors|author|people|who|par',
  company:
    'companies|company|societes|societe|entreprises|entreprise|organisations|organisation|organizations|' +
    'organization|firmen|firma|unternehmen|bedrijven|bedrijf|organisatie|employer|employeur|affiliations|' +
    'affiliation|speaker company|speaker companies|company name',
  description:
    'description|abstract|resume|beschreibung|beschrijving|omschrijving|summary|details|inhalt|contenu|' +
    'zusammenfassung|samenvatting|text',
  language: 'language|langue|sprache|taal|lang',
  url: 'url|link|lien|website|web|site|session url|lien web',
  capacity:
    'capacity|seats|headsets|capacite|places|casques|jauge|kapazitat|platze|kopfhorer|capaciteit|plaatsen|' +
    'koptelefoons|room capacity|max capacity|max',
  status: 'status|state|active|published|cancelled|canceled|statut|etat|publie|annule|zustand|abgesagt|geannuleerd',
}

const entries = Object.entries(names).map(([field, list]) => ({ field, words: list.split('|') }))

/** Words that name no column by themselves: "Session start time", "Nom de la salle", "Your company". */
const fillers = new Set(
  (
    'session sessions talk talks event proposal presentation name names nom noms your the of de du des la le les l ' +
    'd der die das des van het naam in local utc'
  ).split(' '),
)

/** Guesses from headers alone which column holds what; each column holds one thing. */
export function mapByHeaders(headers: readonly string[]): ColumnMapping {
  if (isSchedExport(headers)) return schedMapping(headers)
  const mapping = new Map<string, string>()
  for (const simplify of [plainName, withoutBrackets, withoutFillers]) {
    const candidates = headers.map((header) => ({ header, name: simplify(header) }))
    for (const { field, words } of entries) {
      const free = candidates.filter(({ header }) => ![...mapping.values()].includes(header))
      const found = words.flatMap((word) => free.find(({ name }) => name === word) ?? [])[0]
      if (found && !mapping.has(field)) mapping.set(field, found.header)
    }
  }
  return Object.fromEntries(mapping)
}

/**
 * sched.com's "export sessions": its columns have the same names everywhere, and some of them mislead (`company` may
 * hold a level).
 */
export function isSchedExport(headers: readonly string[]): boolean {
  return headers.includes('event_key') && headers.includes('event_start')
}

function schedMapping(headers: readonly string[]): ColumnMapping {
  const id = headers.includes('id') ? 'id' : 'event_key'
  const fixed = {
    id,
    title: 'name',
    start: 'event_start',
    end: 'event_end',
    track: 'event_type',
    room: 'venue',
    speakers: 'speakers',
    description: 'description',
    url: 'url',
    capacity: 'seats',
    status: 'active',
  }
  return Object.fromEntries(Object.entries(fixed).filter(([, header]) => headers.includes(header)))
}

function plainName(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\((s|n|e|in|nen|es)\)/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function withoutBrackets(header: string): string {
  return plainName(header.replace(/[([].*$/, ''))
}

function withoutFillers(header: string): string {
  return withoutBrackets(header)
    .split(' ')
    .filter((word) => !fillers.has(word))
    .join(' ')
}
