import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { API } from '@/lib/contract/api'
import type { DefaultViewRequest, SavedViews, SaveViewRequest } from '@/lib/contract/saved-view'
import { Problem } from '@/lib/problem/problem'
import type { ProblemSlug } from '@/lib/problem/table'
import { apiFetch } from './api-fetch'
import { apiKey } from './query-key'

/** The views that the reader saved or is shown by others, of every page they may open. */
export function savedViewsQuery() {
  return queryOptions({
    queryKey: apiKey('listSavedViews', null),
    queryFn: ({ signal }) => apiFetch(API.listSavedViews, {}, signal),
    staleTime: 60_000,
  })
}

/**
 * Saves a new view, or changes one of one's own. Answers all views and its id. Throws `invalid-request` for a name that is taken,
 * and for a change `conflict` where it is no longer as it was known, `not-found` where it is gone.
 */
export function saveView(request: SaveViewRequest): Promise<SavedViews & { id: string }> {
  return apiFetch(API.saveView, { body: request })
}

/** Removes a view of one's own. Answers those that are left. Throws `not-found` when it is gone already. */
export function removeView(id: string): Promise<SavedViews> {
  return apiFetch(API.removeView, { params: { id } })
}

/** Makes a view the one a page opens with for the reader; `id` null for none. Answers all views. */
export function setDefaultView(request: DefaultViewRequest): Promise<SavedViews> {
  return apiFetch(API.setDefaultView, { body: request })
}

const OTHERS_BY_NOW: readonly ProblemSlug[] = ['conflict', 'not-found']

/**
 * A change of views that answers them all: one after the other, each answer in the place of what is known, also of a list that
 * was asked for before the change and is still on its way. One that was refused because the views are others by now asks for
 * them, and has failed once they are here.
 */
export function viewsChange<Change, Answer extends SavedViews>(
  client: QueryClient,
  change: (change: Change) => Promise<Answer>,
  onChanged?: (answer: Answer, change: Change) => void,
) {
  const { queryKey } = savedViewsQuery()
  return mutationOptions({
    scope: { id: queryKey[0] },
    mutationFn: change,
    onError: async (error: Error) => {
      if (error instanceof Problem && OTHERS_BY_NOW.includes(error.slug))
        await client.invalidateQueries({ queryKey })
    },
    onSuccess: async (answer: Answer, changed: Change) => {
      await client.cancelQueries({ queryKey })
      const { views, roles } = answer
      client.setQueryData(queryKey, { views, roles })
      onChanged?.(answer, changed)
    },
  })
}
