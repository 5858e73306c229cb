import type { Fact } from './fact.ts'

const ofWitness = 'witness in (select key from witness where document = ?)'
const ofPage = 'page in (select p.key from file f join page p on p.file = f.key where f.document = ?)'
const ofEvent = 'event in (select seq from event where document = ?)'
const ofFreeEvent = 'event in (select seq from event where document is null)'
const byDocument = { ofDocument: 'document = ?' }
const free = { ofNone: 'document is null' }

/** Facts of which most or all belong to a document. The order of columns is that in records. */
export const factsOfDocuments: readonly Fact[] = [
  {
    record: 'document',
    table: 'document',
    order: 'key',
    ofDocument: 'key = ?',
    columns: {
      number: 'key version',
      text: 'id visibility restricted_to embargo_until created_at updated_at deleted_at',
    },
    made: { audience: "'restricted'" },
  },
  {
    record: 'witness',
    table: 'witness',
    order: 'key',
    ...byDocument,
    columns: { number: 'key document ordinal version arranged', text: 'id label created_at' },
    made: { said_label: null },
  },
  {
    record: 'file',
    table: 'file',
    order: 'key',
    ...byDocument,
    columns: {
      number: 'key document witness ordinal bytes duplicate_of',
      text: 'id sha256 name media_type role state error remark mismatch languages uploaded_by uploaded_at',
    },
  },
  {
    record: 'page',
    table: 'page',
    order: 'key',
    ofDocument: 'file in (select key from file where document = ?)',
    columns: {
      number: 'key file file_page width height garbled confidence refers_number',
      text: 'id label recognition fault missing_language refers_image visibility embargo_until restricted_to',
    },
  },
  {
    record: 'witness-page',
    table: 'witness_page',
    order: 'witness, number',
    ofDocument: ofWitness,
    columns: { number: 'witness number page' },
  },
  {
    record: 'missing-leaf',
    table: 'missing_leaf',
    order: 'key',
    ofDocument: ofWitness,
    columns: { number: 'key witness after ordinal', text: 'id label note' },
  },
  {
    record: 'page-change',
    table: 'page_change',
    order: 'key',
    ofDocument: ofWitness,
    columns: { number: 'key witness undoes undone_by', text: 'id made_by made_at', json: 'effect' },
  },
  {
    record: 'page-change-place',
    table: 'page_change_place',
    order: 'witness, change',
    ofDocument: ofWitness,
    columns: { number: 'witness change' },
  },
  {
    record: 'page-match',
    table: 'page_match',
    order: 'page',
    ofDocument: ofPage,
    columns: { number: 'page target first_revision last_revision behind', text: 'how layer matched_at' },
  },
  {
    record: 'redaction',
    table: 'redaction',
    order: 'key',
    ofDocument: ofPage,
    columns: {
      number: 'key page tells',
      text: 'id because until made_by made_at undone_by undone_at',
      json: 'regions frame quotes',
    },
  },
  {
    record: 'text-revision',
    table: 'text_revision',
    order: 'key',
    ofDocument: ofPage,
    columns: {
      number: 'key page based_on withdraws',
      text: 'id layer language content engine recorded_by created_at',
      words: 'words',
    },
  },
  {
    record: 'claim',
    table: 'claim',
    order: 'seq',
    ...byDocument,
    ...free,
    columns: {
      number: 'seq document',
      text: 'id subject_type subject property polarity rank certainty nature note recorded_by recorded_at revision_of',
      json: 'value reasons sources',
    },
    made: { earliest_day: null, latest_day: null },
  },
  {
    record: 'mark',
    table: 'mark',
    order: 'key',
    ofDocument: ofWitness,
    columns: {
      number: 'key witness version page',
      text: 'id kind reading as_read date because agent place recorded_by recorded_at deleted_at audience',
      json: 'inferred sources box',
    },
  },
  {
    record: 'annotation',
    table: 'annotation',
    order: 'key',
    ...byDocument,
    ...free,
    columns: {
      number: 'key document page revision version',
      text: 'id created_by created_at modified_at deleted_at hidden_at hidden_by hidden_because audience visibility restricted_to',
      json: 'anchor body',
    },
    made: { answers: null, circle: null },
  },
  {
    record: 'annotation-source',
    table: 'annotation_source',
    order: 'annotation, iri',
    ofDocument: 'annotation in (select key from annotation where document = ?)',
    ofNone: 'annotation in (select key from annotation where document is null)',
    columns: { number: 'annotation', text: 'iri' },
  },
  {
    record: 'suggestion',
    table: 'suggestion',
    order: 'key',
    ...byDocument,
    columns: { number: 'key document other', text: 'id kind state created_at by at claim', json: 'detail' },
  },
  {
    record: 'event',
    table: 'event',
    order: 'seq',
    ...byDocument,
    ...free,
    columns: {
      number: 'seq document',
      text: 'id at actor verb subject_type subject',
      bytes: 'payload_digest previous digest',
    },
  },
  {
    record: 'event-payload',
    table: 'event_payload',
    order: 'event',
    ofDocument: ofEvent,
    ofNone: ofFreeEvent,
    columns: { number: 'event', bytes: 'salt', json: 'payload' },
  },
  {
    record: 'event-erasure',
    table: 'event_erasure',
    order: 'event',
    ofDocument: ofEvent,
    ofNone: ofFreeEvent,
    columns: { number: 'event', text: 'at actor reason' },
  },
]
