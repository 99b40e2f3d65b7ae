import type { SessionKind } from '@/lib/program/session-kinds'

const words: [SessionKind | 'personal', RegExp][] = [
  [
    'personal',
    /^(personal|private|perso|personnel|prive|privat|persoonlijk|bloc personnel)( (blocks?|time|event|bloc|termin|blok))?$/,
  ],
  ['container', /\b(container|co-?located events?|evenement colocalise)\b/],
  ['keynote', /\b(keynotes?|plenary|pleniere|plenum)\b/],
  [
    'workshop',
    /\b(workshops?|ateliers?|labs?|hands-?on|tutorials?|tutoriels?|tutos?|trainings?|formation|codelabs?|masterclass)\b/,
  ],
  ['lightning', /\b(lightning|quickies?|eclair|flash|ignite|blitz|short talks?)\b/],
  ['panel', /\b(panels?|round ?tables?|table ronde|podium\w*|debats?|debates?)\b/],
  [
    'break',
    /\b(breaks?|pauses?|coffee|cafe|tea|lunch|dinner|breakfast|dejeuner|diner|repas|buffet|kaffee\w*|mittag\w*|\w*pauze|\w*pause)\b/,
  ],
  [
    'service',
    /\b(services?|registration|inscriptions?|enregistrement|accueil|check-?in|badges?|logistics|logistique|evening events?|social( events?)?|party|soiree|networking|reception|apero\w*|cocktail|expo|exhibition|registrierung|einlass|empfang|borrel|inloop|abendveranstaltung)\b/,
  ],
  ['talk', /\b(talks?|sessions?|presentations?|conferences?|breakouts?|lectures?|vortrag|lezing|standard|regular)\b/],
]

/**
 * What a word of a "kind" column means, in English, French, German or Dutch. An evening event, a party or a reception
 * is a service: somewhere to be, with nobody's talk to pick. 'personal' is a block in somebody's own calendar, no
 * session of the conference. Null when no word is known.
 */
export function kindOfWord(text: string): SessionKind | 'personal' | null {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}
