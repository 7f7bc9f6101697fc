import type { ListSource } from '@/components/list/list-source'
import type { Recording } from '@/lib/contract/recording'
import type { RecordingPage, RecordingSearch } from '@/lib/contract/recording-search'
import { recordingSearchQuery } from '@/lib/query/recordings'

export const RECORDINGS = { one: 'recording', many: 'recordings' }

/** The recordings of a search, page by page. */
export function recordingSource(search: RecordingSearch): ListSource<Recording, RecordingPage> {
  return {
    key: JSON.stringify(search),
    page: (limit, offset) => recordingSearchQuery({ ...search, limit, offset }),
    rowsOf,
  }
}

function rowsOf(page: RecordingPage): readonly Recording[] {
  return page.recordings
}
