import { playBack } from './audio-call'
import { authenticate } from './authenticate-call'
import {
  endpointsByValue,
  peopleByIds,
  retentionGroups,
  searchEndpoints,
  searchPeople,
  searchPeopleByName,
  searchUsers,
} from './directory-calls'
import type { Exchange } from './exchange'
import {
  recordingAudit,
  recordingComments,
  recordingDetail,
  recordingTranscription,
  searchRecordings,
  smsMessage,
} from './recording-calls'
import type { Right } from './rights'

export type Call = {
  method: 'GET' | 'POST'
  path: string
  /** What the service user must hold; null for the exchange of the key, which needs no token either. */
  right: Right | null
  /** The JSON to answer with; null when the answer has been written. */
  answer: (exchange: Exchange) => Promise<unknown>
}

const post = (path: string, right: Right | null, answer: Call['answer']): Call => ({
  method: 'POST',
  path,
  right,
  answer,
})
const get = (path: string, right: Right, answer: Call['answer']): Call => ({
  method: 'GET',
  path,
  right,
  answer,
})

/** The fifteen calls of the service, in the order the vendor lists them; some spelt with dots, some with slashes. */
export const CALLS: readonly Call[] = [
  post('/authWithApiKey', null, authenticate),
  post('/client/recording.search', 'Recording.View', searchRecordings),
  post('/client/recording.detail.get', 'Recording.View', recordingDetail),
  post(
    '/client/recording.transcription.get',
    'Recording.Transcription.View',
    recordingTranscription,
  ),
  post('/client/recording.sms-message.get', 'Recording.View', smsMessage),
  post('/client/recording.playBackByThirdPartyId', 'Recording.Play', async (exchange) => {
    await playBack(exchange)
    return null
  }),
  post('/client/recording/audit', 'Recording.Audit.View', recordingAudit),
  post('/client/people.search', 'People.View', searchPeople),
  post('/client/people.searchByName', 'People.View', searchPeopleByName),
  post('/client/people.get', 'People.View', peopleByIds),
  post('/client/people/endpoint/search', 'Endpoints.View', searchEndpoints),
  post('/client/people/endpoint/get', 'People.View', endpointsByValue),
  post('/client/user/search', 'Users.View', searchUsers),
  get('/admin/retentionGroup', 'RetentionGroup.View', retentionGroups),
  get('/client/recording/comment', 'Recording.Comment.View', recordingComments),
]
