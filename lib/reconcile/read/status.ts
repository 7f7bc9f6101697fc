/** What HR systems write for somebody who works there, in the form of `plainWords`. */
const EMPLOYED = words(
  'active, employed, current, yes, y, true, 1, live, working, in post, on leave, leave of absence, maternity, maternity leave, ' +
    'paternity leave, parental leave, sick leave, long term sick, sabbatical, suspended, garden leave, gardening leave, ' +
    'notice, on notice, notice period, permanent, contractor, temporary, fixed term, probation, full time, part time, ' +
    'aktiv, beschaftigt, angestellt, ja, elternzeit, mutterschutz, krank, befristet, unbefristet, ' +
    'actif, active, en poste, present, oui, cdi, cdd, conge, conge maternite, conge parental, suspendu',
)
const LEFT = words(
  'left, leaver, inactive, terminated, no, n, false, resigned, retired, dismissed, redundant, deceased, ended, former, ex, ' +
    'ex employee, former employee, exited, departed, offboarded, not active, not employed, past, disabled, closed, termination, ' +
    'inaktiv, ausgeschieden, ausgetreten, gekundigt, austritt, ehemalig, ehemalige, nein, verstorben, rentner, pensioniert, ruhestand, ' +
    'inactif, sorti, sortie, parti, partie, demissionne, licencie, retraite, non, decede, termine',
)
const NOT_YET = words(
  'future, future starter, future joiner, future hire, not started, not yet started, pending, pending start, pre hire, prehire, ' +
    'pre start, prestart, offer, offer accepted, offered, onboarding, starter, upcoming, hired, ' +
    'zukunftig, kunftig, neueinstellung, eintritt geplant, futur, a venir, embauche prevue',
)

/** What a status word says of somebody; `unknown` for a word that is none of the known. */
export function readStatus(text: string): 'employed' | 'left' | 'not-yet' | 'unknown' {
  const plain = plainWords(text)
  if (EMPLOYED.has(plain)) return 'employed'
  if (LEFT.has(plain)) return 'left'
  if (NOT_YET.has(plain)) return 'not-yet'
  return byItsParts(plain)
}

/** A longer phrase: `Active - Full Time`, `Terminated (voluntary)`, `A - Active`. */
function byItsParts(plain: string): 'employed' | 'left' | 'not-yet' | 'unknown' {
  const found = plain.split(' ').filter((word) => word.length > 3)
  if (/\b(not|nicht|non|pas)\b/.test(plain)) return 'unknown'
  if (found.some((word) => LEFT.has(word))) return 'left'
  if (found.some((word) => NOT_YET.has(word))) return 'not-yet'
  return found.some((word) => EMPLOYED.has(word)) ? 'employed' : 'unknown'
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map((word) => word.trim()))
}

function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
