import { clock, count, el, facts, instant, plain, table } from './elements.mjs'

/** Fields of our own in words; what Focus sent beyond them stands under Focus's names. */
const NAMED = {
  thirdPartyId: ['Third-party id', plain],
  kind: ['Kind', plain],
  direction: ['Direction', plain],
  startUtc: ['Start', instant],
  durationMs: ['Length', clock],
  retentionGroupId: ['Retention group', plain],
  expiryUtc: ['Expires', instant],
  legalHold: ['Legal hold', yesOrNo],
  hasAudio: ['Audio', yesOrNo],
  hasVideo: ['Video', yesOrNo],
  hasTranscript: ['Transcript', yesOrNo],
  commentCount: ['Comments', plain],
  language: ['Language', plain],
  mediaType: ['Media type', plain],
  sizeBytes: ['Size', (bytes) => `${bytes.toLocaleString('en-GB')} bytes`],
  channels: ['Channels', plain],
  sourceSystem: ['Source', plain],
}

/** Everything the package holds of one recording. `entries` are those of the ledger about it. */
export function recordingBody(recording, entries, fileMark) {
  const { detail, media, said, message, comments, audit, missing, files } = recording
  const player = media === null ? null : playerOf(media)
  return el(
    'div',
    { class: 'body' },
    missing.length > 0 &&
      el(
        'div',
        { class: 'missing' },
        missing.map(({ what, why }) => el('p', {}, `Not packed: ${what}. ${why}`)),
      ),
    player,
    said.length > 0 &&
      section('Transcript', transcript(said, player?.querySelector('audio, video'))),
    message !== null && section('Message', messageOf(message)),
    comments.length > 0 && section('Comments', comments.map(commentOf)),
    detail !== null && section('Details', detailsOf(detail)),
    section(
      'Accesses through Focus Console',
      entries.length === 0
        ? el('p', { class: 'muted' }, 'The ledger has no entry about it.')
        : table(
            'Ledger entries',
            ['Entry', 'Time', 'Who', 'What', 'How it ended', 'Reason'],
            entries.map(entryRow),
          ),
    ),
    section(
      'Audit of Focus, as Focus sent it',
      audit.length === 0 ? el('p', { class: 'muted' }, 'None was packed.') : auditTable(audit),
    ),
    section(
      'Files',
      el(
        'ul',
        { class: 'files' },
        files.map((path) => el('li', {}, fileMark(path), el('a', { href: path }, path))),
      ),
    ),
  )
}

function yesOrNo(flag) {
  return flag ? 'yes' : 'no'
}

const section = (title, ...children) => el('section', {}, el('h3', {}, title), ...children)

function playerOf({ path, contentType }) {
  const tag = contentType.startsWith('video/') ? 'video' : 'audio'
  const trouble = el(
    'p',
    { class: 'muted', hidden: true },
    'This browser cannot play this format. The file itself is in the package.',
  )
  const element = el(tag, {
    controls: true,
    preload: 'metadata',
    src: path,
    'aria-label': 'Media as received',
    onerror: () => {
      trouble.hidden = false
    },
  })
  return el('div', { class: 'player' }, element, trouble)
}

/** Each line can be pressed to hear it, and the spoken one is marked. */
function transcript(said, element) {
  const lines = said.map(([startMs, speaker, side, text]) =>
    el(
      'li',
      { class: 'line', 'data-side': side },
      element === undefined || element === null
        ? el('span', { class: 'time' }, clock(startMs))
        : el(
            'button',
            {
              type: 'button',
              class: 'time',
              title: 'Hear from here',
              onclick: () => {
                element.currentTime = startMs / 1000
                element.play().catch(() => {})
              },
            },
            clock(startMs),
          ),
      el('span', { class: 'speaker' }, speaker ?? 'Unknown'),
      el('span', {}, text),
    ),
  )
  let spoken = null
  element?.addEventListener('timeupdate', () => {
    const at = element.currentTime * 1000 + 1
    const next = said.findLastIndex(([startMs]) => startMs <= at)
    if (next === spoken) return
    lines[spoken]?.classList.remove('spoken')
    lines[next]?.classList.add('spoken')
    spoken = next
  })
  return el('ol', { class: 'transcript' }, lines)
}

const messageOf = ({ from, to, sentUtc, body, attachments }) =>
  el(
    'div',
    {},
    el('p', { class: 'muted' }, `${plain(from)} → ${plain(to)} · ${instant(sentUtc)}`),
    el('p', { class: 'words' }, body ?? 'Without text.'),
    attachments.map(({ name, mediaType }) =>
      el('p', { class: 'muted' }, `Attachment: ${plain(name)} (${plain(mediaType)}), not packed`),
    ),
  )

const commentOf = ({ writtenUtc, username, text, positionMs }) =>
  el(
    'div',
    { class: 'comment' },
    el(
      'p',
      { class: 'muted' },
      `${plain(username)} · ${instant(writtenUtc)}${positionMs === null ? '' : ` · at ${clock(positionMs)}`}`,
    ),
    el('p', { class: 'words' }, text),
  )

function detailsOf(detail) {
  const fields = Object.entries(NAMED)
    .filter(([field]) => detail[field] !== null)
    .map(([field, [name, words]]) => [name, words(detail[field])])
  const more = Object.entries({ ...detail.customFields, ...detail.otherFields })
  return el(
    'div',
    {},
    table(
      'Parties',
      ['Role', 'Name', 'Endpoint', 'Type', 'Person'],
      detail.parties.map((party) =>
        [party.role, party.personName, party.value, party.endpointType, party.personId].map(plain),
      ),
    ),
    detail.tags.length > 0 && el('p', {}, `Tags: ${detail.tags.join(', ')}`),
    facts([...fields, ...more.map(([name, value]) => [name, plain(value)])]),
  )
}

/** The columns are whatever Focus sent. */
function auditTable(rows) {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(Object(row))))]
  return table(
    `Audit of Focus, ${count(rows.length, 'row')}`,
    heads,
    rows.map((row) => heads.map((head) => plain(row?.[head]))),
  )
}

const PHASES = { intent: 'asked', progress: 'went on', outcome: 'ended', event: 'done' }

/** An entry of the ledger in words; what was erased is said to be. */
function entryRow({ said, personal }) {
  const read = (field) => {
    try {
      return JSON.parse(personal[field]?.text ?? 'null')
    } catch {
      return null
    }
  }
  const actor = said.actor === null ? 'the server' : (read('actor')?.name ?? 'erased')
  const purpose = read('purpose')
  const { result } = said
  const heard = (result?.heard ?? []).map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ')
  const ended =
    result === undefined
      ? PHASES[said.phase]
      : [
          result.problem ?? (result.status ? `status ${result.status}` : PHASES[said.phase]),
          heard && `heard ${heard}`,
          result.bytes !== undefined && `${result.bytes.toLocaleString('en-GB')} bytes`,
        ]
          .filter(Boolean)
          .join(', ')
  return [
    String(said.seq),
    instant(said.time),
    said.phase === 'intent' || said.phase === 'event' ? actor : `of entry ${said.of}`,
    said.decision?.allowed === false ? `${said.action}, refused` : said.action,
    ended,
    purpose === null ? '—' : [purpose.purpose, purpose.caseNumber].filter(Boolean).join(' · '),
  ]
}
