import type { Fault, FaultName } from './firm-faults'

/** Names of the people beyond the sixty. Every letter is one of Windows-1252. */
export const FURTHER_FIRST_NAMES = words(
  'Alexander Andrew Anna Anthony Beatriz Benjamin Björn Caroline Catherine Charlotte Christopher Daniel David Deborah Edward ' +
    'Elizabeth Émile Emily Fatima Françoise Frederick George Gerald Günther Hélène Ines Isabella Jacqueline James Jennifer ' +
    'Jörg José Joseph Joshua Julian Jürgen Karim Katherine Lars Laura Leila Lucía Malik Margaret María Matthew Michael Mónica ' +
    'Nathaniel Nicholas Noor Oliver Patricia Peter Philippa Pierre Rachel Raj Rebecca Renée Richard Robert Ruth Samuel Sanjay Sarah ' +
    'Sébastien Sian Søren Stephen Susan Sven Thérèse Thomas Timothy Tomás Uta Victoria Walter William Xavier Yusuf Zara',
)

export const FURTHER_LAST_NAMES = words(
  'Abernathy Achterberg Adebayo Ahmed Åkesson Albrecht Álvarez Andrews Bäcker Bailey Banerjee Barnes Baumgärtner Beaumont ' +
    'Bennett Bergström Bhatt Björklund Blanchard Böhm Boyd Brannigan Brückner Byrne Calderón Callahan Carver Chandra Chevalier ' +
    'Clarke Cooper Côté Crawford Delacroix Díaz Dietrich Donovan Dürr Edwards Ekström Engström Farrell Fernández Fischer ' +
    'Fitzgerald Flanagan Forsyth Fröhlich Gómez Görlitz Graham Greenwood Großmann Grünwald Gupta Hägg Hamilton Hargreaves Harrison ' +
    'Hernández Hofmann Højgaard Holloway Höfer Hughes Ibáñez Iqbal Jørgensen Jürgens Kaur Kessler Khalil Kirkpatrick Köhler Krüger ' +
    'Lachance Langley Larsson Lefèvre Livingstone López Löwe Lüders MacDonald Mahoney Malhotra Marchetti Márquez Mäkinen Mbeki Mehta ' +
    'Mensah Möller Montgomery Müller Murray Nagy Neumann Nguyen Nielsen Nikolaidis Nørgaard Núñez O’Brien Oduya Olofsson Ortega Østergaard Özdemir ' +
    'Parker Patel Peña Petersen Pfeiffer Pham Prüfer Quiñones Raghavan Ramírez Reynolds Richardson Römer Rønning Rousseau ' +
    'Sánchez Saunders Schäfer Schönfeld Schröder Schütz Sepúlveda Sharma Sheridan Söderberg Sommer Strauß Sørensen Sutherland Svensson ' +
    'Takahashi Talbot Thomson Trépanier Turner Ünal Valentine Van-Dijk Vasquez Vögel Wächter Wagner Walker Watanabe Weiß Whittaker Winkler ' +
    'Wójcik Wolff Würtz Yamamoto Young Zhang Zimmermann Zúñiga',
).filter((name) => !/[^\u0020-\u00ff’]/.test(name))

const DISTINCT_FIRST_NAMES = words(
  'Adelheid Barnaby Clementine Desmond Eulalia Fergus Gwendolen Horatio Isolde Jocasta Kendrick Lavinia Mortimer Nerys Octavia ' +
    'Peregrine Quincy Rosalba Septimus Tiberius Ulysses Verity Winston Xanthe Yolanda Zebedee',
)
const BEGINNINGS = words(
  'Ald Birk Cran Drax Ulm Fen Gars Holt Ivel Jarr Kirk Lyth Marl Nether Ormes Penn Quarn Risley Stock Tarn Upping Vane Wex Yarm',
)
const ENDINGS = words(
  'ington borough chester dale fleet grove hampton kirk march ness port quay rigg shaw thwaite',
)

/** A name nobody else in the firm has, nor one like it; it is somebody's whom only their name tells. */
function distinctName(serial: number): { firstName: string; lastName: string } {
  const lastNames = BEGINNINGS.length * ENDINGS.length
  const family = (serial * 7) % lastNames
  return {
    firstName: at(DISTINCT_FIRST_NAMES, serial + Math.floor(serial / lastNames)),
    lastName: at(BEGINNINGS, family) + at(ENDINGS, Math.floor(family / BEGINNINGS.length)),
  }
}

/** Faults that are about a name of their own. */
const DISTINCTLY_NAMED: readonly FaultName[] = [
  'left-with-a-user-alone',
  'left-with-a-user-of-the-same-name',
  'number-of-a-colleague-given-to-a-stranger',
  'surname-differs',
  'found-by-a-name-with-a-slip',
  'name-and-job-differ',
  'namesakes',
  'user-without-person',
  'user-without-person-whom-hr-has',
  'decoy-inactive-user-without-person',
  'decoy-user-known-by-name',
  'privileged-outsider',
  'privileged-user-without-person',
  'privileged-with-the-name-alone',
  'missing',
  'missing-with-two-rows',
  'decoy-stranger-who-has-left',
  'decoy-stranger-who-is-to-join',
  'decoy-found-by-name',
]

/** The distinct name that a fault has, another in every block. */
export function nameOfFault({ name, block }: Fault): { firstName: string; lastName: string } {
  const place = DISTINCTLY_NAMED.indexOf(name)
  if (place === -1) throw new Error(`The fault ${name} has no name of its own`)
  return distinctName(block * DISTINCTLY_NAMED.length + place)
}

function at(list: readonly string[], place: number): string {
  return list[place % list.length] ?? ''
}

function words(text: string): string[] {
  return text.split(' ')
}
