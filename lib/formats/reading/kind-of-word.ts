import type { SessionKind } from '@/lib/program/session-kinds'
import { plainWords } from './day-words'

/** One of these anywhere in the text, as a word of its own. */
const anyOf = (...words: string[]): RegExp => new RegExp(String.raw`\b(${words.join('|')})\b`)

const mine = 'personal|private|perso|personnel|prive|privat|persoonlijk|bloc personnel'

const words: [SessionKind | 'personal', RegExp][] = [
  ['personal', new RegExp(`^(${mine})( (blocks?|time|event|bloc|termin|blok))?$`)],
  ['container', anyOf('container|co-?located events?|evenements? (?:colocalise|associe)s?')],
  ['keynote', anyOf('keynotes?|plenary|pleniere|plenum')],
  [
    'workshop',
    anyOf(
      'workshops?|ateliers?|labs?|hands-?on|tutorials?|tutoriels?|tutos?|trainings?|formation|codelabs?|masterclass',
      // Devoxx and BreizhCamp call so what lasts two or three hours.
      'universit(?:y|ies|es?)',
    ),
  ],
  ['lightning', anyOf('lightning|quick(?:ie|y)s?|eclair|flash|ignite|blitz|short talks?')],
  ['panel', anyOf(String.raw`panels?|round ?tables?|table ronde|podium\w*|debats?|debates?`)],
  [
    'break',
    anyOf(
      'breaks?|pauses?|coffee|cafe|tea|lunch|dinner|breakfast|dejeuner|diner|repas|buffet',
      String.raw`kaffee\w*|mittag\w*|\w*pauze|\w*pause`,
    ),
  ],
  [
    'service',
    anyOf(
      'services?|practical|pratique|registration|inscriptions?|enregistrement|accueil|check-?in|badges?',
      'logistics|logistique',
      String.raw`evening events?|social( events?)?|party|soiree|networking|reception|apero\w*|cocktail`,
      'expo|exhibition|registrierung|einlass|empfang|borrel|inloop|abendveranstaltung',
    ),
  ],
  ['talk', anyOf('talks?|sessions?|presentations?|conferences?|breakouts?|lectures?|vortrag|lezing|standard|regular')],
]

/**
 * What a word of a "kind" column means, in English, French, German or Dutch. An evening event, a party or a reception
 * is a service: somewhere to be, with nobody's talk to pick. 'personal' is a block in somebody's own calendar, no
 * session of the conference. Null when no word is known.
 */
export function kindOfWord(text: string): SessionKind | 'personal' | null {
  const plain = plainWords(text)
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}
