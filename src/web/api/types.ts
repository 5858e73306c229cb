// Written by `npm run openapi` from openapi.json; not by hand.


export type PageEntry = ({
kind: "page"
id: string
label: (string | null)
width: (number | null)
height: (number | null)
layers: string[]
/**
 * Its place in the file
 */
filePage: number
number: number
file: (string | null)
} | {
kind: "missing"
id: string
label: (string | null)
note: (string | null)
after: number
})
export type PageOperation = ({
op: "move"
/**
 * Ids of pages and missing leaves, in this order
 */
pages?: ([string, ...(string)[]] | null)
/**
 * Instead: the number of the first page
 */
from?: (number | null)
/**
 * The number of the last; default: one page
 */
to?: (number | null)
/**
 * Behind what: the number of a page (0: before the first), or the id of a page or missing leaf; default: at the end
 */
after?: ((number | string) | null)
} | {
op: "take"
witness: string
/**
 * Ids of pages and missing leaves, in this order
 */
pages?: ([string, ...(string)[]] | null)
/**
 * Instead: the number of the first page
 */
from?: (number | null)
/**
 * The number of the last; default: one page
 */
to?: (number | null)
/**
 * Behind what: the number of a page (0: before the first), or the id of a page or missing leaf; default: at the end
 */
after?: ((number | string) | null)
} | {
op: "copy"
witness?: (string | null)
file?: (string | null)
/**
 * Ids of pages and missing leaves, in this order
 */
pages?: ([string, ...(string)[]] | null)
/**
 * Instead: the number of the first page
 */
from?: (number | null)
/**
 * The number of the last; default: one page
 */
to?: (number | null)
/**
 * Behind what: the number of a page (0: before the first), or the id of a page or missing leaf; default: at the end
 */
after?: ((number | string) | null)
} | {
op: "remove"
/**
 * Ids of pages and missing leaves, in this order
 */
pages?: ([string, ...(string)[]] | null)
/**
 * Instead: the number of the first page
 */
from?: (number | null)
/**
 * The number of the last; default: one page
 */
to?: (number | null)
} | {
op: "label"
/**
 * Ids of pages and missing leaves, in this order
 */
pages?: ([string, ...(string)[]] | null)
/**
 * Instead: the number of the first page
 */
from?: (number | null)
/**
 * The number of the last; default: one page
 */
to?: (number | null)
/**
 * The first of a run: 1r, iv, [1], f. 012
 */
start?: (string | null)
step?: (number | null)
/**
 * Instead: one for each page
 */
labels?: ((string | null)[] | null)
} | {
op: "missing"
/**
 * Behind what: the number of a page (0: before the first), or the id of a page or missing leaf; default: at the end
 */
after?: ((number | string) | null)
label?: (string | null)
note?: (string | null)
} | {
op: "describe"
leaf: string
label?: (string | null)
note?: (string | null)
})
export type NewSession = ({
login: string
password: string
} | {
token: string
})

export interface Operations {
addDocument: {
params: {

}
query: {

}
body: NewDocument
reply: Document
}
listDocuments: {
params: {

}
query: {
collection?: string
type?: string
language?: string
creator?: string
subject?: string
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
dateFrom?: string
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
dateTo?: string
dates?: ("possible" | "certain" | "stated" | "claimed")
undated?: ("true" | "false")
/**
 * Documents with a file in this state
 */
fileState?: ("queued" | "running" | "waiting" | "done" | "failed")
/**
 * Those of whose claims the best disagree, or whose evidence cannot hold together
 */
disputed?: ("true" | "false")
/**
 * The deleted ones; for archivists
 */
deleted?: ("true" | "false")
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Document[]
next: (string | null)
}
}
readDocument: {
params: {
documentId: string
}
query: {
asOf?: string
}
body: unknown
reply: Document
}
reviseDocument: {
params: {
documentId: string
}
query: {

}
body: Description
reply: Document
}
removeDocument: {
params: {
documentId: string
}
query: {

}
body: unknown
reply: unknown
}
exportDocumentAsJsonLd: {
params: {
documentId: string
}
query: {

}
body: unknown
reply: LinkedDocument
}
restoreDocument: {
params: {
documentId: string
}
query: {

}
body: unknown
reply: Document
}
addFiles: {
params: {
documentId: string
}
query: {

}
body: {
witness?: (string | null)
role?: (("scan" | "transcription" | "translation") | null)
/**
 * Ids of uploads that were sent in pieces
 */
uploads?: (string[] | null)
}
reply: Document
}
readFile: {
params: {
fileId: string
}
query: {

}
body: unknown
reply: FileWithPlace
}
readFileContent: {
params: {
fileId: string
}
query: {
download?: ("true" | "false")
}
body: unknown
reply: unknown
}
readMatching: {
params: {
fileId: string
}
query: {

}
body: unknown
reply: Matching
}
matchPages: {
params: {
fileId: string
}
query: {

}
body: unknown
reply: Matching
}
bringText: {
params: {
fileId: string
filePage: number
}
query: {

}
body: {
/**
 * A page of the same witness; null: it stands by itself
 */
page: (string | null)
}
reply: PageMatch
}
listPages: {
params: {
documentId: string
}
query: {
witness?: (string | null)
/**
 * The number to begin with, without a cursor
 */
from?: number
/**
 * Only pages that bear this label
 */
label?: string
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Page[]
/**
 * Leaves known to be missing behind these pages (0: before the first), where there are any
 */
missing?: MissingLeaf[]
next: (string | null)
}
}
readPage: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
layer?: string
revision?: string
}
body: unknown
reply: PageWithText
}
classifyPage: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
}
body: PageClass
reply: Page
}
correctText: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
}
body: {
/**
 * Where the text belongs; default: transcription
 */
layer?: (string | null)
language?: (string | null)
content: string
/**
 * The revision it starts from: 409 when there is a newer one. Default: the newest
 */
basedOn?: (string | null)
}
reply: NewTextRevision
}
listRevisions: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
}
body: unknown
reply: {
items: TextRevision[]
next: null
}
}
readText: {
params: {
documentId: string
}
query: {
layer?: string
}
body: unknown
reply: unknown
}
redactPage: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
}
body: NewRedaction
reply: Redaction
}
listRedactions: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
}
body: unknown
reply: {
items: Redaction[]
}
}
findWordsToRedact: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
}
body: WordsToRedact
reply: WordsStanding
}
undoRedaction: {
params: {
redactionId: string
}
query: {

}
body: unknown
reply: unknown
}
readPageImage: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
width?: number
}
body: unknown
reply: unknown
}
readThumbnail: {
params: {
fileId: string
}
query: {

}
body: unknown
reply: unknown
}
redirectToImageInformation: {
params: {
pageId: string
}
query: {

}
body: unknown
reply: unknown
}
readImageInformation: {
params: {
pageId: string
}
query: {

}
body: unknown
reply: ImageInformation
}
readImage: {
params: {
pageId: string
/**
 * full, square, x,y,w,h or pct:x,y,w,h
 */
region: string
/**
 * max, w,  ,h  pct:n  w,h or !w,h; any of them after ^
 */
size: string
/**
 * Degrees clockwise, after ! mirrored
 */
rotation: string
/**
 * quality.format, such as default.jpg
 */
file: string
}
query: {

}
body: unknown
reply: unknown
}
readManifest: {
params: {
documentId: string
}
query: {

}
body: unknown
reply: Manifest
}
readManifestAnnotations: {
params: {
documentId: string
}
query: {
cursor?: (string | null)
}
body: unknown
reply: AnnotationPage
}
readCanvas: {
params: {
documentId: string
pageId: string
}
query: {

}
body: unknown
reply: Canvas
}
readCanvasLines: {
params: {
documentId: string
pageId: string
}
query: {

}
body: unknown
reply: AnnotationPage
}
readCanvasWords: {
params: {
documentId: string
pageId: string
}
query: {

}
body: unknown
reply: AnnotationPage
}
readCanvasLayer: {
params: {
documentId: string
pageId: string
layer: string
}
query: {

}
body: unknown
reply: AnnotationPage
}
readCanvasAnnotations: {
params: {
documentId: string
pageId: string
}
query: {
cursor?: (string | null)
}
body: unknown
reply: AnnotationPage
}
searchContent2: {
params: {
documentId: string
}
query: {
/**
 * The query; see docs/search.md. Without it: what people say
 */
q?: string
/**
 * Motivations, spaces between them: any of these
 */
motivation?: string
cursor?: (string | null)
}
body: unknown
reply: SearchAnnotationPage
}
completeContent2: {
params: {
documentId: string
}
query: {
/**
 * What has been typed: three letters at least
 */
q: string
/**
 * Motivations, spaces between them: any of these
 */
motivation?: string
}
body: unknown
reply: TermPage
}
searchContent1: {
params: {
documentId: string
}
query: {
/**
 * The query; see docs/search.md. Without it: what people say
 */
q?: string
/**
 * Motivations, spaces between them: any of these
 */
motivation?: string
cursor?: (string | null)
}
body: unknown
reply: SearchAnnotationList
}
completeContent1: {
params: {
documentId: string
}
query: {
/**
 * What has been typed: three letters at least
 */
q: string
/**
 * Motivations, spaces between them: any of these
 */
motivation?: string
}
body: unknown
reply: TermList
}
readIiifCollection: {
params: {
/**
 * Of a collection, or “everything”: the whole archive
 */
collectionId: string
}
query: {

}
body: unknown
reply: IiifCollection
}
readPartOfIiifCollection: {
params: {
/**
 * Of a collection, or “everything”: the whole archive
 */
collectionId: string
part: number
}
query: {

}
body: unknown
reply: IiifCollection
}
readResultsAsIiifCollection: {
params: {

}
query: {
/**
 * The query; see docs/search.md
 */
q: string
match?: ("auto" | "all" | "any")
/**
 * Comma-separated: text, description, annotations
 */
in?: string
sort?: ("relevance" | "date" | "-date" | "title" | "added")
/**
 * Whether words are looked for in Latin and Cyrillic letters alike: Serov finds Серов
 */
transliterate?: ("true" | "false")
collection?: string
type?: string
language?: string
creator?: string
subject?: string
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
dateFrom?: string
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
dateTo?: string
dates?: ("possible" | "certain" | "stated" | "claimed")
undated?: ("true" | "false")
limit?: number
cursor?: (string | null)
}
body: unknown
reply: IiifCollection
}
readActivityStream: {
params: {

}
query: {

}
body: unknown
reply: ActivityStream
}
readActivities: {
params: {

}
query: {
before?: (string | null)
}
body: unknown
reply: ActivityPage
}
exportDocumentAsText: {
params: {
documentId: string
}
query: {
witness?: (string | null)
/**
 * Default: the best layer of each page
 */
layer?: string
}
body: unknown
reply: unknown
}
exportPageAsText: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
/**
 * Default: the best layer of each page
 */
layer?: string
}
body: unknown
reply: unknown
}
exportDocumentAsHocr: {
params: {
documentId: string
}
query: {
witness?: (string | null)
/**
 * Default: the best layer of each page
 */
layer?: string
}
body: unknown
reply: unknown
}
exportPageAsHocr: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
/**
 * Default: the best layer of each page
 */
layer?: string
}
body: unknown
reply: unknown
}
exportDocumentAsAlto: {
params: {
documentId: string
}
query: {
witness?: (string | null)
/**
 * Default: the best layer of each page
 */
layer?: string
}
body: unknown
reply: unknown
}
exportPageAsAlto: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
/**
 * Default: the best layer of each page
 */
layer?: string
}
body: unknown
reply: unknown
}
exportDocumentAsPdf: {
params: {
documentId: string
}
query: {
witness?: (string | null)
/**
 * Default: the best layer of each page
 */
layer?: string
}
body: unknown
reply: unknown
}
exportPageAsPdf: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
/**
 * Default: the best layer of each page
 */
layer?: string
}
body: unknown
reply: unknown
}
listEntries: {
params: {
witnessId: string
}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: PageEntry[]
next: (string | null)
}
}
orderPages: {
params: {
witnessId: string
}
query: {

}
body: PageOrder
reply: ChangedPages
}
changePages: {
params: {
witnessId: string
}
query: {

}
body: PageWork
reply: ChangedPages
}
listPageChanges: {
params: {
witnessId: string
}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: PageChange[]
next: (string | null)
}
}
undoPageChange: {
params: {
changeId: string
}
query: {

}
body: unknown
reply: ChangedPages
}
splitDocument: {
params: {
documentId: string
}
query: {

}
body: Split
reply: {
id: string
title: string
date: Date
creator: (string | null)
type: (string | null)
language: (string | null)
collection: (string | null)
/**
 * @maxItems 200
 */
identifiers: {
scheme: string
value: string
}[]
/**
 * @maxItems 500
 */
subjects: string[]
abstract: (string | null)
rights: (string | null)
/**
 * The properties on which the best claims disagree
 */
disputed: string[]
visibility: ("public" | "members" | "restricted" | "embargoed")
embargoUntil: (string | null)
group: (string | null)
/**
 * The ids of the collections around it that let fewer people see it than it says itself, where there are any
 */
narrowedBy?: string[]
/**
 * Of one document: who asks may annotate it, because of a role in a collection
 */
mayAnnotate?: true
pageCount: number
createdAt: string
updatedAt: string
/**
 * Only of deleted documents, in the list of those
 */
deletedAt?: string
witnesses: {
id: string
label: string
files: File[]
}[]
/**
 * What misleads people about it, and the document to see
 */
notes: {
kind: string
says: string
see: string
}[]
job: ({
id: string
} | null)
/**
 * By which the split is undone
 */
change: string
}
}
listFilePages: {
params: {
fileId: string
}
query: {
unplaced?: ("true" | "false")
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: FilePage[]
next: (string | null)
}
}
listDocumentClaims: {
params: {
subjectId: string
}
query: {
property?: string
/**
 * Without those that a revision has taken the place of
 */
standing?: ("true" | "false")
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Claim[]
next: (string | null)
}
}
addDocumentClaim: {
params: {
subjectId: string
}
query: {

}
body: NewClaim
reply: Claim
}
listWitnessClaims: {
params: {
subjectId: string
}
query: {
property?: string
/**
 * Without those that a revision has taken the place of
 */
standing?: ("true" | "false")
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Claim[]
next: (string | null)
}
}
addWitnessClaim: {
params: {
subjectId: string
}
query: {

}
body: NewClaim
reply: Claim
}
listAgentClaims: {
params: {
subjectId: string
}
query: {
property?: string
/**
 * Without those that a revision has taken the place of
 */
standing?: ("true" | "false")
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Claim[]
next: (string | null)
}
}
addAgentClaim: {
params: {
subjectId: string
}
query: {

}
body: NewClaim
reply: Claim
}
listPlaceClaims: {
params: {
subjectId: string
}
query: {
property?: string
/**
 * Without those that a revision has taken the place of
 */
standing?: ("true" | "false")
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Claim[]
next: (string | null)
}
}
addPlaceClaim: {
params: {
subjectId: string
}
query: {

}
body: NewClaim
reply: Claim
}
listHappeningClaims: {
params: {
subjectId: string
}
query: {
property?: string
/**
 * Without those that a revision has taken the place of
 */
standing?: ("true" | "false")
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Claim[]
next: (string | null)
}
}
addHappeningClaim: {
params: {
subjectId: string
}
query: {

}
body: NewClaim
reply: Claim
}
addClaim: {
params: {

}
query: {

}
body: NewClaimOf
reply: Claim
}
readClaim: {
params: {
claimId: string
}
query: {

}
body: unknown
reply: ClaimWithRevisions
}
reviseClaim: {
params: {
claimId: string
}
query: {

}
body: ClaimRevision
reply: Claim
}
readDating: {
params: {
documentId: string
}
query: {
asOf?: string
}
body: unknown
reply: Dating
}
listConfusions: {
params: {
documentId: string
}
query: {
/**
 * By the claims of then; the opening words are those of now
 */
asOf?: string
}
body: unknown
reply: {
items: Confusion[]
next: null
}
}
listSuggestions: {
params: {

}
query: {
state?: ("open" | "dismissed" | "accepted")
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Suggestion[]
next: (string | null)
}
}
listDocumentSuggestions: {
params: {
documentId: string
}
query: {
state?: ("open" | "dismissed" | "accepted")
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Suggestion[]
next: (string | null)
}
}
dismissSuggestion: {
params: {
suggestionId: string
}
query: {

}
body: unknown
reply: Suggestion
}
acceptSuggestion: {
params: {
suggestionId: string
}
query: {

}
body: Acceptance
reply: Suggestion
}
readVocabulary: {
params: {

}
query: {

}
body: unknown
reply: {
items: Property[]
next: null
}
}
readDate: {
params: {

}
query: {
/**
 * Plain words or EDTF
 */
text: string
/**
 * Of its digits, where the text does not say it
 */
calendar?: ("gregorian" | "julian" | "unknown")
}
body: unknown
reply: DateReading
}
listAgents: {
params: {

}
query: {
/**
 * Letters that a name has somewhere, in any case
 */
q?: string
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Agent[]
next: (string | null)
}
}
addAgent: {
params: {

}
query: {

}
body: NewAgent
reply: Agent
}
readAgent: {
params: {
authorityId: string
}
query: {

}
body: unknown
reply: Agent
}
reviseAgent: {
params: {
authorityId: string
}
query: {

}
body: AgentDescription
reply: Agent
}
listDocumentsNamingAgent: {
params: {
authorityId: string
}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: {
document: Document
/**
 * The properties of the claims that name it; mark where a mark does
 */
properties: string[]
}[]
next: (string | null)
}
}
mergeAgent: {
params: {
authorityId: string
}
query: {

}
body: {
/**
 * What is to stand in the place of this one
 */
into?: string
/**
 * What this one is to stand in the place of
 */
from?: string
}
reply: Agent
}
unmergeAgent: {
params: {
authorityId: string
}
query: {

}
body: unknown
reply: Agent
}
listPlaces: {
params: {

}
query: {
/**
 * Letters that a name has somewhere, in any case
 */
q?: string
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Place[]
next: (string | null)
}
}
addPlace: {
params: {

}
query: {

}
body: PlaceDescription
reply: Place
}
readPlace: {
params: {
authorityId: string
}
query: {

}
body: unknown
reply: Place
}
revisePlace: {
params: {
authorityId: string
}
query: {

}
body: PlaceDescription
reply: Place
}
listDocumentsNamingPlace: {
params: {
authorityId: string
}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: {
document: Document
/**
 * The properties of the claims that name it; mark where a mark does
 */
properties: string[]
}[]
next: (string | null)
}
}
mergePlace: {
params: {
authorityId: string
}
query: {

}
body: {
/**
 * What is to stand in the place of this one
 */
into?: string
/**
 * What this one is to stand in the place of
 */
from?: string
}
reply: Place
}
unmergePlace: {
params: {
authorityId: string
}
query: {

}
body: unknown
reply: Place
}
listHappenings: {
params: {

}
query: {
/**
 * Letters that a name has somewhere, in any case
 */
q?: string
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Happening[]
next: (string | null)
}
}
addHappening: {
params: {

}
query: {

}
body: HappeningDescription
reply: Happening
}
readHappening: {
params: {
authorityId: string
}
query: {

}
body: unknown
reply: Happening
}
reviseHappening: {
params: {
authorityId: string
}
query: {

}
body: HappeningDescription
reply: Happening
}
listDocumentsNamingHappening: {
params: {
authorityId: string
}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: {
document: Document
/**
 * The properties of the claims that name it; mark where a mark does
 */
properties: string[]
}[]
next: (string | null)
}
}
mergeHappening: {
params: {
authorityId: string
}
query: {

}
body: {
/**
 * What is to stand in the place of this one
 */
into?: string
/**
 * What this one is to stand in the place of
 */
from?: string
}
reply: Happening
}
unmergeHappening: {
params: {
authorityId: string
}
query: {

}
body: unknown
reply: Happening
}
listSources: {
params: {

}
query: {
/**
 * Letters of the title or of a name
 */
q?: string
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Source[]
next: (string | null)
}
}
addSource: {
params: {

}
query: {

}
body: NewSource
reply: Source
}
readSource: {
params: {
sourceId: string
}
query: {

}
body: unknown
reply: Source
}
reviseSource: {
params: {
sourceId: string
}
query: {

}
body: NewSource
reply: Source
}
listClaimsOnSource: {
params: {
sourceId: string
}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Claim[]
next: (string | null)
}
}
listMarksOnSource: {
params: {
sourceId: string
}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: MarkOfDocument[]
next: (string | null)
}
}
listCollections: {
params: {

}
query: {
/**
 * Those within this one; empty: those within none
 */
parent?: string
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: UnitInTree[]
next: (string | null)
}
}
addCollection: {
params: {

}
query: {

}
body: NewCollection
reply: Collection
}
readCollection: {
params: {
collectionId: string
}
query: {

}
body: unknown
reply: Collection
}
reviseCollection: {
params: {
collectionId: string
}
query: {

}
body: CollectionDescription
reply: Collection
}
listDocumentsInCollection: {
params: {
collectionId: string
}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Document[]
next: (string | null)
}
}
listCollectionRoles: {
params: {
collectionId: string
}
query: {

}
body: unknown
reply: {
items: RoleInCollection[]
}
}
giveCollectionRole: {
params: {
collectionId: string
/**
 * An account, or a group: all who are in it
 */
holderId: string
}
query: {

}
body: NewRoleInCollection
reply: unknown
}
takeCollectionRole: {
params: {
collectionId: string
/**
 * An account, or a group: all who are in it
 */
holderId: string
}
query: {

}
body: unknown
reply: unknown
}
listWitnesses: {
params: {
documentId: string
}
query: {
asOf?: string
}
body: unknown
reply: {
items: Witness[]
next: null
}
}
addWitness: {
params: {
documentId: string
}
query: {

}
body: NewWitness
reply: Witness
}
readWitness: {
params: {
witnessId: string
}
query: {

}
body: unknown
reply: Witness
}
reviseWitness: {
params: {
witnessId: string
}
query: {

}
body: WitnessDescription
reply: Witness
}
listMarks: {
params: {
witnessId: string
}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Mark[]
next: (string | null)
}
}
addMark: {
params: {
witnessId: string
}
query: {

}
body: MarkDescription
reply: Mark
}
readMark: {
params: {
markId: string
}
query: {

}
body: unknown
reply: Mark
}
changeMark: {
params: {
markId: string
}
query: {

}
body: MarkDescription
reply: Mark
}
removeMark: {
params: {
markId: string
}
query: {

}
body: unknown
reply: unknown
}
readHistory: {
params: {
documentId: string
}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Event[]
next: (string | null)
}
}
citeDocument: {
params: {
documentId: string
}
query: {
/**
 * A page of the first witness, which is then cited with its text
 */
page?: number
/**
 * When it was cited: what has changed since?
 */
at?: string
/**
 * The state that was cited: what has changed since?
 */
claimsHash?: string
}
body: unknown
reply: CitationOfDocument
}
readEmbedding: {
params: {

}
query: {
/**
 * An address of the reading room
 */
url: string
maxwidth?: number
maxheight?: number
format?: "json"
}
body: unknown
reply: Embedding
}
search: {
params: {

}
query: {
/**
 * The query; see docs/search.md
 */
q: string
match?: ("auto" | "all" | "any")
/**
 * Comma-separated: text, description, annotations
 */
in?: string
sort?: ("relevance" | "date" | "-date" | "title" | "added")
/**
 * Whether words are looked for in Latin and Cyrillic letters alike: Serov finds Серов
 */
transliterate?: ("true" | "false")
collection?: string
type?: string
language?: string
creator?: string
subject?: string
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
dateFrom?: string
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
dateTo?: string
dates?: ("possible" | "certain" | "stated" | "claimed")
undated?: ("true" | "false")
limit?: number
cursor?: (string | null)
}
body: unknown
reply: SearchResult
}
searchWithin: {
params: {
documentId: string
}
query: {
/**
 * The query; see docs/search.md
 */
q: string
/**
 * Only its pages, by its numbers
 */
witness?: (string | null)
/**
 * The page number to begin with, without a cursor
 */
from?: number
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
query: {
text: string
understood: string
}
/**
 * Of all pages found, in order
 */
numbers: number[]
/**
 * Whether these are all; false where there may be more
 */
exact: boolean
items: PageFound[]
next: (string | null)
}
}
exportSearchAsCsv: {
params: {

}
query: {
/**
 * The query; see docs/search.md
 */
q: string
match?: ("auto" | "all" | "any")
/**
 * Comma-separated: text, description, annotations
 */
in?: string
sort?: ("relevance" | "date" | "-date" | "title" | "added")
/**
 * Whether words are looked for in Latin and Cyrillic letters alike: Serov finds Серов
 */
transliterate?: ("true" | "false")
collection?: string
type?: string
language?: string
creator?: string
subject?: string
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
dateFrom?: string
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
dateTo?: string
dates?: ("possible" | "certain" | "stated" | "claimed")
undated?: ("true" | "false")
}
body: unknown
reply: unknown
}
exportSearchAsJsonl: {
params: {

}
query: {
/**
 * The query; see docs/search.md
 */
q: string
match?: ("auto" | "all" | "any")
/**
 * Comma-separated: text, description, annotations
 */
in?: string
sort?: ("relevance" | "date" | "-date" | "title" | "added")
/**
 * Whether words are looked for in Latin and Cyrillic letters alike: Serov finds Серов
 */
transliterate?: ("true" | "false")
collection?: string
type?: string
language?: string
creator?: string
subject?: string
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
dateFrom?: string
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
dateTo?: string
dates?: ("possible" | "certain" | "stated" | "claimed")
undated?: ("true" | "false")
}
body: unknown
reply: DocumentHit
}
suggest: {
params: {

}
query: {
/**
 * What has been typed
 */
q: string
/**
 * At most so many of each kind
 */
limit?: number
}
body: unknown
reply: {
items: {
kind: ("title" | "creator" | "subject" | "word")
value: string
}[]
}
}
findSimilar: {
params: {
documentId: string
}
query: {
limit?: number
}
body: unknown
reply: {
items: DocumentHit[]
}
}
listAnnotations: {
params: {

}
query: {
limit?: number
cursor?: (string | null)
/**
 * Only what is said of the page with this id, and the replies to it
 */
page?: string
/**
 * Only what this account or token wrote
 */
by?: string
/**
 * Only with this motivation
 */
motivation?: string
/**
 * Only what bears this tag
 */
tag?: string
/**
 * Only what has all these words in its texts, tags or quotes
 */
q?: string
/**
 * 1: only the addresses of the annotations; `Prefer` asks for the same, or for none of them
 */
iris?: ("0" | "1")
}
body: unknown
reply: Annotation
}
addAnnotation: {
params: {

}
query: {

}
body: Annotation
reply: Annotation
}
listDocumentAnnotations: {
params: {
documentId: string
}
query: {
limit?: number
cursor?: (string | null)
/**
 * Only what is said of the page with this id, and the replies to it
 */
page?: string
/**
 * Only what this account or token wrote
 */
by?: string
/**
 * Only with this motivation
 */
motivation?: string
/**
 * Only what bears this tag
 */
tag?: string
/**
 * Only what has all these words in its texts, tags or quotes
 */
q?: string
/**
 * 1: only the addresses of the annotations; `Prefer` asks for the same, or for none of them
 */
iris?: ("0" | "1")
}
body: unknown
reply: Annotation
}
addDocumentAnnotation: {
params: {
documentId: string
}
query: {

}
body: Annotation
reply: Annotation
}
readAnnotation: {
params: {
annotationId: string
}
query: {

}
body: unknown
reply: Annotation
}
changeAnnotation: {
params: {
annotationId: string
}
query: {

}
body: Annotation
reply: Annotation
}
removeAnnotation: {
params: {
annotationId: string
}
query: {

}
body: unknown
reply: unknown
}
hideAnnotation: {
params: {
annotationId: string
}
query: {

}
body: {
because: string
}
reply: Annotation
}
showAnnotation: {
params: {
annotationId: string
}
query: {

}
body: unknown
reply: Annotation
}
countDocumentAnnotations: {
params: {
documentId: string
}
query: {

}
body: unknown
reply: AnnotationCounts
}
followAnnotations: {
params: {

}
query: {
/**
 * The id of an event, as `Last-Event-ID` tells it: only what came after it
 */
after?: string
}
body: unknown
reply: unknown
}
followDocumentAnnotations: {
params: {
documentId: string
}
query: {
/**
 * The id of an event, as `Last-Event-ID` tells it: only what came after it
 */
after?: string
}
body: unknown
reply: unknown
}
exportAnnotationsAsJsonLd: {
params: {

}
query: {
/**
 * Only what is said of the page with this id, and the replies to it
 */
page?: string
/**
 * Only what this account or token wrote
 */
by?: string
/**
 * Only with this motivation
 */
motivation?: string
/**
 * Only what bears this tag
 */
tag?: string
/**
 * Only what has all these words in its texts, tags or quotes
 */
q?: string
}
body: unknown
reply: unknown
}
exportAnnotationsAsCsv: {
params: {

}
query: {
/**
 * Only what is said of the page with this id, and the replies to it
 */
page?: string
/**
 * Only what this account or token wrote
 */
by?: string
/**
 * Only with this motivation
 */
motivation?: string
/**
 * Only what bears this tag
 */
tag?: string
/**
 * Only what has all these words in its texts, tags or quotes
 */
q?: string
}
body: unknown
reply: unknown
}
exportDocumentAnnotationsAsJsonLd: {
params: {
documentId: string
}
query: {
/**
 * Only what is said of the page with this id, and the replies to it
 */
page?: string
/**
 * Only what this account or token wrote
 */
by?: string
/**
 * Only with this motivation
 */
motivation?: string
/**
 * Only what bears this tag
 */
tag?: string
/**
 * Only what has all these words in its texts, tags or quotes
 */
q?: string
}
body: unknown
reply: unknown
}
exportDocumentAnnotationsAsCsv: {
params: {
documentId: string
}
query: {
/**
 * Only what is said of the page with this id, and the replies to it
 */
page?: string
/**
 * Only what this account or token wrote
 */
by?: string
/**
 * Only with this motivation
 */
motivation?: string
/**
 * Only what bears this tag
 */
tag?: string
/**
 * Only what has all these words in its texts, tags or quotes
 */
q?: string
}
body: unknown
reply: unknown
}
importAnnotations: {
params: {

}
query: {
dryRun?: ("true" | "false")
}
/**
 * An AnnotationCollection with its page, an AnnotationPage, a list of annotations, `rows` of hypothes.is (application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"), or the table of annotations.csv; at most 10000 in 10485760 bytes
 */
body: {
[k: string]: unknown
}
reply: AnnotationImportReport
}
addImport: {
params: {

}
query: {
dryRun?: ("true" | "false")
keepUnknown?: ("true" | "false")
}
body: unknown
reply: Import
}
readImport: {
params: {
importId: string
}
query: {
limit?: number
cursor?: (string | null)
/**
 * Only the rows of which this became
 */
outcome?: ("added" | "known" | "refused" | "would-add")
}
body: unknown
reply: ImportWithReport
}
readImportReport: {
params: {
importId: string
}
query: {

}
body: unknown
reply: unknown
}
addUploads: {
params: {

}
query: {

}
body: NewUploads
reply: Uploads
}
listUploads: {
params: {

}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Uploads[]
next: (string | null)
}
}
readUploads: {
params: {
uploadId: string
}
query: {
limit?: number
cursor?: (string | null)
/**
 * Reports these files alone
 */
only?: ("failed" | "passed-over" | "duplicates")
}
body: unknown
reply: UploadsWithReport
}
abandonUploads: {
params: {
uploadId: string
}
query: {

}
body: unknown
reply: unknown
}
listUploadedDocuments: {
params: {
uploadId: string
}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: UploadedDocument[]
next: (string | null)
}
}
readUploadsReport: {
params: {
uploadId: string
}
query: {

}
body: unknown
reply: unknown
}
addUploadedFiles: {
params: {
uploadId: string
}
query: {

}
body: unknown
reply: Uploads
}
planUploads: {
params: {
uploadId: string
}
query: {

}
body: {
/**
 * Rows that say which files make which documents, by the columns of a manifest
 */
manifest?: ({
path: string
[k: string]: unknown
}[] | null)
/**
 * What single folders become instead of the grouping of the whole, by their paths (the empty one: what lies in no folder); none: nothing. Left out, what was said last
 */
groupings?: ({
[k: string]: "folder" | "file" | "none"
} | null)
/**
 * Instead of what was said when they began
 */
skipKnown?: (boolean | null)
/**
 * Instead of what was said when they began
 */
all?: ({
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
date?: string
creator?: string
type?: string
language?: string
collection?: string
visibility?: ("public" | "members" | "restricted" | "embargoed")
} | null)
}
reply: {
documents: {
name: string
title: string
files: {
path: string
role: string
}[]
/**
 * Why it would not be added
 */
wrong: (string | null)
}[]
others: {
path: string
state: ("passed-over" | "failed")
message: string
}[]
/**
 * Whether a manifest says so, not the rules
 */
byManifest: boolean
}
}
commitUploads: {
params: {
uploadId: string
}
query: {

}
body: {
/**
 * Rows that say which files make which documents, by the columns of a manifest
 */
manifest?: ({
path: string
[k: string]: unknown
}[] | null)
/**
 * What single folders become instead of the grouping of the whole, by their paths (the empty one: what lies in no folder); none: nothing. Left out, what was said last
 */
groupings?: ({
[k: string]: "folder" | "file" | "none"
} | null)
/**
 * Instead of what was said when they began
 */
skipKnown?: (boolean | null)
/**
 * Instead of what was said when they began
 */
all?: ({
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
date?: string
creator?: string
type?: string
language?: string
collection?: string
visibility?: ("public" | "members" | "restricted" | "embargoed")
} | null)
}
reply: Uploads
}
beginUpload: {
params: {

}
query: {

}
body: unknown
reply: unknown
}
readUpload: {
params: {
tusId: string
}
query: {

}
body: unknown
reply: unknown
}
continueUpload: {
params: {
tusId: string
}
query: {

}
body: unknown
reply: unknown
}
endUpload: {
params: {
tusId: string
}
query: {

}
body: unknown
reply: unknown
}
exportDocumentsAsCsv: {
params: {

}
query: {

}
body: unknown
reply: unknown
}
exportDocumentsAsJsonl: {
params: {

}
query: {

}
body: unknown
reply: ExportedDocument
}
readRecognition: {
params: {

}
query: {

}
body: unknown
reply: {
engine: (string | null)
languages: string[]
/**
 * Pages at a time; 0 where recognition is off
 */
places: number
}
}
listDoubtfulPages: {
params: {

}
query: {
below?: number
document?: string
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: DoubtfulPage[]
next: (string | null)
}
}
recogniseFile: {
params: {
fileId: string
}
query: {

}
body: {
/**
 * The languages (BCP 47) that it is in, kept for the file; [] has them found out. Default: those said before, else those of its document
 */
languages?: ([]|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string] | null)
}
reply: Job
}
recognisePage: {
params: {
documentId: string
number: number
}
query: {
witness?: (string | null)
}
body: {
/**
 * The languages (BCP 47) that it is in, kept for the file; [] has them found out. Default: those said before, else those of its document
 */
languages?: ([]|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string] | null)
}
reply: Job
}
listJobs: {
params: {

}
query: {
state?: ("queued" | "running" | "done" | "failed" | "cancelled")
/**
 * true: only those that failed, or of whose files some did
 */
failures?: ("true" | "false")
document?: string
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Job[]
next: (string | null)
}
}
readJob: {
params: {
jobId: string
}
query: {

}
body: unknown
reply: Job
}
followJob: {
params: {
jobId: string
}
query: {

}
body: unknown
reply: unknown
}
cancelJob: {
params: {
jobId: string
}
query: {

}
body: unknown
reply: Job
}
retryJob: {
params: {
jobId: string
}
query: {

}
body: unknown
reply: Job
}
readAttention: {
params: {

}
query: {

}
body: unknown
reply: Attention
}
listLostAnnotations: {
params: {

}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: LostAnnotation[]
next: (string | null)
}
}
readSamples: {
params: {

}
query: {

}
body: unknown
reply: Samples
}
loadSamples: {
params: {

}
query: {

}
body: unknown
reply: Samples
}
readSession: {
params: {

}
query: {

}
body: unknown
reply: Session
}
beginSession: {
params: {

}
query: {

}
body: NewSession
reply: Session
}
endSession: {
params: {

}
query: {

}
body: unknown
reply: unknown
}
changePassword: {
params: {

}
query: {

}
body: PasswordChange
reply: unknown
}
listSessions: {
params: {

}
query: {

}
body: unknown
reply: {
items: ListedSession[]
}
}
endOtherSessions: {
params: {

}
query: {

}
body: unknown
reply: {
ended: number
}
}
endOneSession: {
params: {
sessionId: string
}
query: {

}
body: unknown
reply: unknown
}
beginOpenId: {
params: {

}
query: {

}
body: OpenIdWish
reply: {
address: string
}
}
endOpenId: {
params: {

}
query: {

}
body: unknown
reply: unknown
}
listInvitations: {
params: {

}
query: {

}
body: unknown
reply: {
items: Invitation[]
}
}
invite: {
params: {

}
query: {

}
body: NewInvitation
reply: NewlyMadeInvitation
}
withdrawInvitation: {
params: {
invitationId: string
}
query: {

}
body: unknown
reply: unknown
}
readInvitation: {
params: {

}
query: {

}
body: HeldInvitation
reply: OpenInvitation
}
join: {
params: {

}
query: {

}
body: Joining
reply: Session
}
resetPassword: {
params: {

}
query: {

}
body: PasswordReset
reply: Session
}
offerPassword: {
params: {
accountId: string
}
query: {

}
body: unknown
reply: NewlyMadeInvitation
}
listAccounts: {
params: {

}
query: {
limit?: number
cursor?: (string | null)
}
body: unknown
reply: {
items: Account[]
next: (string | null)
}
}
readAccount: {
params: {
accountId: string
}
query: {

}
body: unknown
reply: Account
}
reviseAccount: {
params: {
accountId: string
}
query: {

}
body: AccountChange
reply: Account
}
readPerson: {
params: {
personId: string
}
query: {

}
body: unknown
reply: Person
}
listGroups: {
params: {

}
query: {

}
body: unknown
reply: {
items: GroupInList[]
}
}
addGroup: {
params: {

}
query: {

}
body: GroupName
reply: Group
}
readGroup: {
params: {
groupId: string
}
query: {

}
body: unknown
reply: Group
}
renameGroup: {
params: {
groupId: string
}
query: {

}
body: GroupName
reply: Group
}
removeGroup: {
params: {
groupId: string
}
query: {

}
body: unknown
reply: unknown
}
addMember: {
params: {
groupId: string
accountId: string
}
query: {

}
body: unknown
reply: unknown
}
removeMember: {
params: {
groupId: string
accountId: string
}
query: {

}
body: unknown
reply: unknown
}
listTokens: {
params: {

}
query: {

}
body: unknown
reply: {
items: Token[]
}
}
addToken: {
params: {

}
query: {

}
body: NewToken
reply: NewlyMadeToken
}
revokeToken: {
params: {
tokenId: string
}
query: {

}
body: unknown
reply: unknown
}
readLiveness: {
params: {

}
query: {

}
body: unknown
reply: {
live: true
}
}
readReadiness: {
params: {

}
query: {

}
body: unknown
reply: Readiness
}
readMetrics: {
params: {

}
query: {

}
body: unknown
reply: unknown
}
readProblem: {
params: {
fault: string
}
query: {

}
body: unknown
reply: {
type: string
status: number
title: string
about: string
}
}
}
export interface NewDocument {
title?: (string | null)
date?: (string | null)
creator?: (string | null)
type?: (string | null)
language?: (string | null)
/**
 * The id of the collection it lies in
 */
collection?: (string | null)
identifiers?: ({
scheme: string
value: string
}[] | null)
subjects?: (string[] | null)
abstract?: (string | null)
rights?: (string | null)
visibility?: (("public" | "members" | "restricted" | "embargoed") | null)
embargoUntil?: (string | null)
/**
 * The group that sees it where it is restricted; else archivists alone
 */
group?: (string | null)
/**
 * Ids of uploads that were sent in pieces
 */
uploads?: (string[] | null)
}
export interface Document {
id: string
title: string
date: Date
creator: (string | null)
type: (string | null)
language: (string | null)
collection: (string | null)
/**
 * @maxItems 200
 */
identifiers: {
scheme: string
value: string
}[]
/**
 * @maxItems 500
 */
subjects: string[]
abstract: (string | null)
rights: (string | null)
/**
 * The properties on which the best claims disagree
 */
disputed: string[]
visibility: ("public" | "members" | "restricted" | "embargoed")
embargoUntil: (string | null)
group: (string | null)
/**
 * The ids of the collections around it that let fewer people see it than it says itself, where there are any
 */
narrowedBy?: string[]
/**
 * Of one document: who asks may annotate it, because of a role in a collection
 */
mayAnnotate?: true
pageCount: number
createdAt: string
updatedAt: string
/**
 * Only of deleted documents, in the list of those
 */
deletedAt?: string
witnesses: {
id: string
label: string
files: File[]
}[]
/**
 * What misleads people about it, and the document to see
 */
notes: {
kind: string
says: string
see: string
}[]
job: ({
id: string
} | null)
}
export interface Date {
edtf: (string | null)
earliest: (string | null)
latest: (string | null)
status: ("stated" | "inferred" | "disputed" | "conflicting" | "unknown")
}
export interface File {
id: string
name: string
mediaType: string
bytes: number
sha256: string
role: ("scan" | "transcription" | "translation")
state: ("queued" | "running" | "waiting" | "done" | "failed")
error: (string | null)
/**
 * What was assumed while reading, such as an encoding, and which pages of a transcription are matched to none
 */
remark: (string | null)
/**
 * The first file with the same bytes; shown to archivists
 */
duplicateOf: (string | null)
}
export interface Description {
title?: (string | null)
date?: (string | null)
creator?: (string | null)
type?: (string | null)
language?: (string | null)
/**
 * The id of the collection it lies in
 */
collection?: (string | null)
identifiers?: ({
scheme: string
value: string
}[] | null)
subjects?: (string[] | null)
abstract?: (string | null)
rights?: (string | null)
visibility?: (("public" | "members" | "restricted" | "embargoed") | null)
embargoUntil?: (string | null)
/**
 * The group that sees it where it is restricted; else archivists alone
 */
group?: (string | null)
}
export interface LinkedDocument {
"@graph": unknown[]
[k: string]: unknown
}
export interface FileWithPlace {
id: string
name: string
mediaType: string
bytes: number
sha256: string
role: ("scan" | "transcription" | "translation")
state: ("queued" | "running" | "waiting" | "done" | "failed")
error: (string | null)
/**
 * What was assumed while reading, such as an encoding, and which pages of a transcription are matched to none
 */
remark: (string | null)
/**
 * The first file with the same bytes; shown to archivists
 */
duplicateOf: (string | null)
document: string
witness: string
uploadedAt: string
}
export interface Matching {
items: PageMatch[]
matched: number
/**
 * Pages that stand by themselves although the witness has a scan
 */
unmatched: number
/**
 * Pages that stand by themselves because somebody wanted it so
 */
setAside: number
next: null
}
export interface PageMatch {
filePage: number
/**
 * Its own page, which stands in the witness where it is matched to none
 */
id: string
label: (string | null)
/**
 * The image that it names
 */
image: (string | null)
/**
 * The page of the scan that its text was brought to
 */
page: (string | null)
pageNumber: (number | null)
pageLabel: (string | null)
/**
 * How that page was found; with page null, by-hand means: kept apart
 */
how: (("facs" | "file-name" | "label" | "order" | "by-hand") | null)
/**
 * Why no page was found
 */
says: (string | null)
/**
 * Whether a person’s text stood there already, or that of another file came later, and stands in front
 */
behind: boolean
}
export interface Page {
id: string
number: number
label: (string | null)
width: (number | null)
height: (number | null)
layers: string[]
/**
 * What recognition has to do with it, or did; missing: it waits for a language, see fault
 */
recognition: (("wanted" | "missing" | "done" | "failed") | null)
/**
 * Why it could not be pictured or recognised
 */
fault: (string | null)
/**
 * What is wrong with its image
 */
remark: (string | null)
/**
 * How sure the recogniser was, 0–100
 */
confidence: (number | null)
/**
 * Present where something of it is withheld from who asks
 */
withheld?: {
/**
 * Whether all of it is: it has no text and no image then
 */
whole: boolean
reasons: string[]
until: (string | null)
}
/**
 * For archivists: who may see it, where that are not all who may see the document
 */
own?: {
visibility: ("public" | "members" | "restricted" | "embargoed")
embargoUntil: (string | null)
group: (string | null)
}
/**
 * For archivists: how many redactions there are, where there are any
 */
redactions?: number
}
export interface MissingLeaf {
id: string
after: number
label: (string | null)
note: (string | null)
}
export interface PageWithText {
id: string
number: number
label: (string | null)
width: (number | null)
height: (number | null)
layers: string[]
/**
 * What recognition has to do with it, or did; missing: it waits for a language, see fault
 */
recognition: (("wanted" | "missing" | "done" | "failed") | null)
/**
 * Why it could not be pictured or recognised
 */
fault: (string | null)
/**
 * What is wrong with its image
 */
remark: (string | null)
/**
 * How sure the recogniser was, 0–100
 */
confidence: (number | null)
/**
 * Present where something of it is withheld from who asks
 */
withheld?: {
/**
 * Whether all of it is: it has no text and no image then
 */
whole: boolean
reasons: string[]
until: (string | null)
}
/**
 * For archivists: who may see it, where that are not all who may see the document
 */
own?: {
visibility: ("public" | "members" | "restricted" | "embargoed")
embargoUntil: (string | null)
group: (string | null)
}
/**
 * For archivists: how many redactions there are, where there are any
 */
redactions?: number
text: (PageText | null)
}
export interface PageText {
revision: string
layer: string
language: (string | null)
content: string
words?: PlacedWord[]
}
export interface PlacedWord {
text: string
start: number
end: number
/**
 * [left, top, width, height] in pixels of the page’s width and height
 * 
 * @minItems 4
 * @maxItems 4
 */
box: never[]
confidence: (number | null)
}
export interface PageClass {
/**
 * Null: whoever may see the document
 */
visibility: (("public" | "members" | "restricted" | "embargoed") | null)
embargoUntil?: (string | null)
group?: (string | null)
}
export interface NewTextRevision {
id: string
layer: string
language: (string | null)
by: string
tool: (string | null)
basedOn: (string | null)
createdAt: string
/**
 * Present where it takes the text of its layer away, which stays in the history
 */
withdraws?: true
revision: string
content: string
}
export interface TextRevision {
id: string
layer: string
language: (string | null)
by: string
tool: (string | null)
basedOn: (string | null)
createdAt: string
/**
 * Present where it takes the text of its layer away, which stays in the history
 */
withdraws?: true
}
export interface NewRedaction {
/**
 * As [left, top, width, height] in pixels of the page’s width and height
 * 
 * @maxItems 200
 */
regions?: never[][]
/**
 * Words, wherever they stand on the page, in any case
 * 
 * @maxItems 100
 */
quotes?: string[]
/**
 * Parts of its texts in code points: their words, wherever they stand on the page
 * 
 * @maxItems 100
 */
passages?: {
revision: string
start: number
end: number
}[]
because: string
/**
 * Whether everybody is told why
 */
tells?: boolean
/**
 * The day on which it opens by itself
 */
until?: (string | null)
}
export interface Redaction {
id: string
page: string
regions: never[][]
quotes: string[]
because: string
tells: boolean
until: (string | null)
by: string
at: string
/**
 * Layers whose text is withheld whole, because what is withheld could not be found in it
 */
unplaced: string[]
/**
 * What of the image is black; whole: nothing tells where the words stand on it
 */
image: ("parts" | "whole" | "nothing")
}
export interface WordsToRedact {
/**
 * @minItems 1
 * @maxItems 100
 */
quotes: [string, ...(string)[]]
}
export interface WordsStanding {
/**
 * In which texts of the page, and how often: all of that would be withheld
 */
here: {
layer: string
times: number
}[]
/**
 * Claims about the document and its witnesses, titles among them
 */
claims: {
id: string
property: string
}[]
/**
 * Names of its files
 */
files: string[]
/**
 * Other pages of the document; at most a hundred for each wording
 */
pages: {
number: number
witness: (string | null)
label: (string | null)
}[]
}
/**
 * Image information (IIIF Image API 3.0, section 5)
 */
export interface ImageInformation {
id: string
type: "ImageService3"
width: number
height: number
[k: string]: unknown
}
/**
 * A manifest (IIIF Presentation API 3.0, section 5.2)
 */
export interface Manifest {
id: string
type: "Manifest"
label: {
[k: string]: string[]
}
items: unknown[]
[k: string]: unknown
}
/**
 * Annotations (IIIF Presentation API 3.0, section 5.5)
 */
export interface AnnotationPage {
id: string
type: "AnnotationPage"
items: unknown[]
[k: string]: unknown
}
/**
 * A canvas (IIIF Presentation API 3.0, section 5.3)
 */
export interface Canvas {
id: string
type: "Canvas"
width: number
height: number
[k: string]: unknown
}
/**
 * What was found (IIIF Content Search API 2.0, section 4.2)
 */
export interface SearchAnnotationPage {
type: "AnnotationPage"
items: unknown[]
[k: string]: unknown
}
/**
 * Terms (IIIF Content Search API 2.0, section 5.2)
 */
export interface TermPage {
type: "TermPage"
items: unknown[]
[k: string]: unknown
}
/**
 * What was found (IIIF Content Search API 1.0, section 3.4)
 */
export interface SearchAnnotationList {
resources: unknown[]
hits: unknown[]
[k: string]: unknown
}
/**
 * Terms (IIIF Content Search API 1.0, section 4.3)
 */
export interface TermList {
terms: unknown[]
[k: string]: unknown
}
/**
 * A collection (IIIF Presentation API 3.0, section 5.1)
 */
export interface IiifCollection {
id: string
type: "Collection"
label: {
[k: string]: string[]
}
items: unknown[]
[k: string]: unknown
}
/**
 * A stream of changes (IIIF Change Discovery API 1.0, section 2.2.1)
 */
export interface ActivityStream {
id: string
type: "OrderedCollection"
last: unknown
[k: string]: unknown
}
/**
 * Changes (IIIF Change Discovery API 1.0, section 2.2.2)
 */
export interface ActivityPage {
id: string
type: "OrderedCollectionPage"
orderedItems: unknown[]
[k: string]: unknown
}
export interface PageOrder {
/**
 * @maxItems 100000
 */
pages: string[]
}
export interface ChangedPages {
/**
 * Null where nothing is other than it was
 */
change: (PageChange | null)
witness: Witness
}
export interface PageChange {
id: string
witness: string
by: string
at: string
undoes: (string | null)
undoneBy: (string | null)
}
export interface Witness {
id: string
document: string
label: string
kind: (string | null)
transmission: (("original" | "draft" | "fair copy" | "carbon" | "certified copy" | "edition" | "translation" | "surrogate") | null)
/**
 * The name of who keeps it
 */
holder: (string | null)
holderAgent: (string | null)
shelfmark: (string | null)
collection: (string | null)
printedIn: ({
source: (string | null)
document: (string | null)
locator: (string | null)
} | null)
headingAsPrinted: ({
text: string
status: ("correct" | "misattributed" | "misleading" | "supplied")
names: (string | null)
} | null)
language: (string | null)
date: (string | null)
custody: (string | null)
pageCount: number
files: File[]
marks: Mark[]
createdAt: string
}
export interface Mark {
id: string
witness: string
kind: ("receipt" | "registry" | "dispatch" | "transmittal" | "creation" | "approval" | "certification" | "signature" | "secrecy" | "declassification" | "ownership" | "note" | "other")
reading: (string | null)
asRead: (string | null)
date: (string | null)
inferred: ("year" | "month" | "day")[]
because: (string | null)
sources: Citation[]
agent: (string | null)
place: (string | null)
page: (string | null)
box: (never[] | null)
recordedBy: string
recordedAt: string
}
export interface Citation {
source: string
locator: (string | null)
quote: (string | null)
stance: ("states" | "reports" | "supports" | "disputes")
}
export interface PageWork {
/**
 * @minItems 1
 * @maxItems 1000
 */
operations: [PageOperation, ...(PageOperation)[]]
}
export interface Split {
/**
 * Whose pages; default: the first
 */
witness?: (string | null)
/**
 * Ids of pages and missing leaves, in this order
 */
pages?: ([string, ...(string)[]] | null)
/**
 * Instead: the number of the first page
 */
from?: (number | null)
/**
 * The number of the last; default: one page
 */
to?: (number | null)
/**
 * The pages stay where they are, too
 */
keep?: (boolean | null)
description: Description1
}
/**
 * Of the new document; `title` is required
 */
export interface Description1 {
title?: (string | null)
date?: (string | null)
creator?: (string | null)
type?: (string | null)
language?: (string | null)
/**
 * The id of the collection it lies in
 */
collection?: (string | null)
identifiers?: ({
scheme: string
value: string
}[] | null)
subjects?: (string[] | null)
abstract?: (string | null)
rights?: (string | null)
visibility?: (("public" | "members" | "restricted" | "embargoed") | null)
embargoUntil?: (string | null)
/**
 * The group that sees it where it is restricted; else archivists alone
 */
group?: (string | null)
}
export interface FilePage {
id: string
label: (string | null)
width: (number | null)
height: (number | null)
layers: string[]
/**
 * Its place in the file
 */
filePage: number
places: {
document: string
witness: string
number: number
}[]
}
export interface Claim {
id: string
subject: SubjectOutput
property: string
value: ClaimValue
polarity: ("asserted" | "denied")
rank: ("preferred" | "normal" | "deprecated")
reasons: ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")[]
certainty: ("high" | "medium" | "low" | "unknown")
nature: ("stated" | "inferred" | "attributed" | "presumed" | "purported")
sources: Citation[]
note: (string | null)
recordedBy: string
recordedAt: string
revisionOf: (string | null)
}
export interface SubjectOutput {
type: ("document" | "witness" | "agent" | "place" | "happening")
id: string
}
/**
 * Its fields are those of its property: see /vocabulary
 */
export interface ClaimValue {
[k: string]: unknown
}
export interface NewClaim {
subject?: Subject
property: string
value: ClaimValue
polarity?: ("asserted" | "denied")
rank?: ("preferred" | "normal" | "deprecated")
/**
 * @maxItems 20
 */
reasons?: []|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]
certainty?: ("high" | "medium" | "low" | "unknown")
nature?: ("stated" | "inferred" | "attributed" | "presumed" | "purported")
/**
 * @maxItems 100
 */
sources?: {
source: string
locator?: (string | null)
quote?: (string | null)
stance?: ("states" | "reports" | "supports" | "disputes")
}[]
note?: (string | null)
}
/**
 * As the address says already
 */
export interface Subject {
type: ("document" | "witness" | "agent" | "place" | "happening")
id: string
}
export interface NewClaimOf {
subject: Subject1
property: string
value: ClaimValue
polarity?: ("asserted" | "denied")
rank?: ("preferred" | "normal" | "deprecated")
/**
 * @maxItems 20
 */
reasons?: []|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]
certainty?: ("high" | "medium" | "low" | "unknown")
nature?: ("stated" | "inferred" | "attributed" | "presumed" | "purported")
/**
 * @maxItems 100
 */
sources?: {
source: string
locator?: (string | null)
quote?: (string | null)
stance?: ("states" | "reports" | "supports" | "disputes")
}[]
note?: (string | null)
}
export interface Subject1 {
type: ("document" | "witness" | "agent" | "place" | "happening")
id: string
}
export interface ClaimWithRevisions {
id: string
subject: SubjectOutput
property: string
value: ClaimValue
polarity: ("asserted" | "denied")
rank: ("preferred" | "normal" | "deprecated")
reasons: ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")[]
certainty: ("high" | "medium" | "low" | "unknown")
nature: ("stated" | "inferred" | "attributed" | "presumed" | "purported")
sources: Citation[]
note: (string | null)
recordedBy: string
recordedAt: string
revisionOf: (string | null)
/**
 * What it revised and what revised it, itself included, oldest first
 */
revisions: Claim[]
}
export interface ClaimRevision {
value?: ClaimValue
polarity?: ("asserted" | "denied")
rank?: ("preferred" | "normal" | "deprecated")
/**
 * @maxItems 20
 */
reasons?: []|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]|[("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery"), ("anachronism" | "conflation" | "misattributed-heading" | "transcription-error" | "error-in-source" | "superseded" | "unsupported" | "forgery")]
certainty?: ("high" | "medium" | "low" | "unknown")
nature?: ("stated" | "inferred" | "attributed" | "presumed" | "purported")
/**
 * @maxItems 100
 */
sources?: {
source: string
locator?: (string | null)
quote?: (string | null)
stance?: ("states" | "reports" | "supports" | "disputes")
}[]
note?: (string | null)
}
export interface Dating {
status: ("stated" | "inferred" | "conflicting" | "unknown")
edtf: (string | null)
windows: Window[]
/**
 * The windows if nothing is trusted that was inferred
 */
withoutInferences: Window[]
steps: {
n: number
/**
 * The same in words
 */
says: string
bound: {
windows: Window[]
}
claims: string[]
marks: string[]
sources: string[]
/**
 * What of it was inferred
 */
inferred: string[]
}[]
/**
 * A verdict on every claim about when it was written or signed
 */
claims: {
claim: string
edtf: (string | null)
/**
 * The date in words
 */
dated: string
/**
 * The days that it may mean
 */
windows: Window[]
verdict: ("agrees" | "possible" | "refuted" | "unresolvable")
because: {
step: number
days: number
/**
 * The same in words
 */
says: string
}[]
/**
 * From the nearest window; negative where it lies before
 */
days: (number | null)
/**
 * The same in words
 */
says: string
}[]
/**
 * The smallest set that cannot hold together
 */
conflict: ({
kind: ("evidence" | "cycle")
claims: string[]
marks: string[]
steps: number[]
/**
 * The same in words
 */
says: string
} | null)
/**
 * The same in words
 */
says: string
/**
 * What looks like evidence and is none
 */
aside: {
claims: string[]
marks: string[]
/**
 * The same in words
 */
says: string
}[]
/**
 * Its date as people see it: the settled claim, else what the evidence leaves
 */
date: {
edtf: (string | null)
windows: Window[]
status: ("stated" | "inferred" | "conflicting" | "unknown")
claims: string[]
/**
 * The same in words
 */
says: string
}
/**
 * Whether a job is still to bring this date into lists and searches
 */
pending: boolean
}
/**
 * Days from the first to the last; null is an open end
 */
export interface Window {
earliest: (string | null)
latest: (string | null)
}
export interface Confusion {
document: {
id: string
title: string
language: (string | null)
date: Date
}
/**
 * Who says so, of either document
 */
claims: Claim[]
table: {
row: ("date" | "signatory" | "body" | "number" | "subject" | "openingWords" | "title")
/**
 * Null where one side is not known, or dates leave it open
 */
differs: (boolean | null)
this: ConfusionCell
other: ConfusionCell
}[]
}
export interface ConfusionCell {
values: {
kind: ("value" | "none" | "unknown")
text: string
/**
 * A date in words
 */
says: (string | null)
/**
 * The agent, place or happening that it names
 */
thing: (string | null)
claims: string[]
}[]
}
export interface Suggestion {
id: string
kind: ("look-alike" | "carries-number" | "same-bytes" | "same-image")
/**
 * The document whose text, file or page was looked at
 */
document: {
id: string
title: string
language: (string | null)
}
other: {
id: string
title: string
language: (string | null)
}
detail: ({
similarity: number
} | {
number: string
line: string
page: number
} | {
file: string
otherFile: string
} | {
page: string
otherPage: string
distance: number
})
state: ("open" | "dismissed" | "accepted")
createdAt: string
by: (string | null)
at: (string | null)
/**
 * The claim that accepting it made
 */
claim: (string | null)
}
export interface Acceptance {
/**
 * What the document is to the other
 */
property: ("different-from" | "confused-with" | "copy-of")
note?: (string | null)
}
export interface Property {
name: string
label: string
subjects: ("document" | "witness" | "agent" | "place" | "happening")[]
valueType: string
/**
 * The fields that a value may have
 */
fields: string[]
/**
 * The closed lists of those fields that have one
 */
choices: {
[k: string]: string[]
}
/**
 * Of a single-valued property several best values are a dispute
 */
cardinality: ("single" | "many")
/**
 * Single-valued for each of these
 */
per: (("event" | "scheme") | null)
/**
 * The kinds of things to which a relation may lead
 */
targets: string[]
/**
 * The closed list of values, where there is one
 */
terms: string[]
}
export interface DateReading {
text: string
/**
 * As claims have it; null where it could not be read
 */
edtf: (string | null)
/**
 * Of the digits of edtf
 */
calendar: ("gregorian" | "julian" | "unknown")
/**
 * The first day that it can be; null where it is open
 */
earliest: (string | null)
/**
 * The last day that it can be; null where it is open
 */
latest: (string | null)
/**
 * The date said back in English
 */
says: (string | null)
/**
 * What was assumed to read it so
 */
assumed: (string | null)
/**
 * Whether some part of it is uncertain or approximate
 */
unsure: boolean
/**
 * Whether the text says that there is no date
 */
undated: boolean
/**
 * Why it could not be read
 */
problem: (string | null)
}
export interface Agent {
id: string
names: Name[]
sameAs: string[]
note: (string | null)
/**
 * What stands in its place since it was merged
 */
mergedInto: (string | null)
createdAt: string
updatedAt: string
kind: ("person" | "family" | "corporateBody")
existence: string[]
offices: {
title: string
body: (string | null)
period: (string | null)
}[]
predecessors: string[]
successors: string[]
}
export interface Name {
text: string
lang: (string | null)
script: (string | null)
kind: (string | null)
period: (string | null)
}
export interface NewAgent {
kind: ("person" | "family" | "corporateBody")
names?: ((string | {
text: string
lang?: (string | null)
script?: (string | null)
kind?: (string | null)
period?: (string | null)
})[] | null)
/**
 * Periods, EDTF; several are allowed
 */
existence?: (string[] | null)
offices?: ({
title: string
/**
 * The id of an agent, or a name
 */
body?: (string | null)
period?: (string | null)
}[] | null)
predecessors?: (string[] | null)
successors?: (string[] | null)
sameAs?: (string[] | null)
note?: (string | null)
}
export interface AgentDescription {
kind?: ("person" | "family" | "corporateBody")
names?: ((string | {
text: string
lang?: (string | null)
script?: (string | null)
kind?: (string | null)
period?: (string | null)
})[] | null)
/**
 * Periods, EDTF; several are allowed
 */
existence?: (string[] | null)
offices?: ({
title: string
/**
 * The id of an agent, or a name
 */
body?: (string | null)
period?: (string | null)
}[] | null)
predecessors?: (string[] | null)
successors?: (string[] | null)
sameAs?: (string[] | null)
note?: (string | null)
}
export interface Place {
id: string
names: Name[]
sameAs: string[]
note: (string | null)
/**
 * What stands in its place since it was merged
 */
mergedInto: (string | null)
createdAt: string
updatedAt: string
coordinates: ({
lat: number
lon: number
} | null)
within: {
place: string
period: (string | null)
}[]
}
export interface PlaceDescription {
names?: ((string | {
text: string
lang?: (string | null)
script?: (string | null)
kind?: (string | null)
period?: (string | null)
})[] | null)
coordinates?: ({
lat: number
lon: number
} | null)
within?: ({
place: string
period?: (string | null)
}[] | null)
sameAs?: (string[] | null)
note?: (string | null)
}
export interface Happening {
id: string
names: Name[]
sameAs: string[]
note: (string | null)
/**
 * What stands in its place since it was merged
 */
mergedInto: (string | null)
createdAt: string
updatedAt: string
date: (string | null)
places: string[]
agents: string[]
}
export interface HappeningDescription {
names?: ((string | {
text: string
lang?: (string | null)
script?: (string | null)
kind?: (string | null)
period?: (string | null)
})[] | null)
date?: (string | null)
/**
 * Ids of places, or names
 */
places?: ((string | {
place: string
})[] | null)
/**
 * Ids of agents, or names
 */
agents?: ((string | {
agent: string
})[] | null)
sameAs?: (string[] | null)
note?: (string | null)
}
/**
 * CSL-JSON with the id under which claims cite it
 */
export interface Source {
id: string
type: string
title: string
document?: string
[k: string]: unknown
}
/**
 * A work as CSL-JSON without an id, or {"document": …} for a document of the archive
 */
export interface NewSource {
[k: string]: unknown
}
export interface MarkOfDocument {
id: string
witness: string
kind: ("receipt" | "registry" | "dispatch" | "transmittal" | "creation" | "approval" | "certification" | "signature" | "secrecy" | "declassification" | "ownership" | "note" | "other")
reading: (string | null)
asRead: (string | null)
date: (string | null)
inferred: ("year" | "month" | "day")[]
because: (string | null)
sources: Citation[]
agent: (string | null)
place: (string | null)
page: (string | null)
box: (never[] | null)
recordedBy: string
recordedAt: string
document: string
}
export interface UnitInTree {
id: string
level: ("fonds" | "subfonds" | "collection" | "series" | "subseries" | "file" | "item" | "other")
referenceCode: (string | null)
title: string
parent: (string | null)
/**
 * How many lie directly within it
 */
units: number
}
export interface NewCollection {
/**
 * The collection in which it lies
 */
parent?: (string | null)
level: ("fonds" | "subfonds" | "collection" | "series" | "subseries" | "file" | "item" | "other")
referenceCode?: (string | null)
title: string
visibility?: (("public" | "members" | "restricted" | "embargoed") | null)
embargoUntil?: (string | null)
/**
 * The group that sees it where it is restricted; else archivists alone
 */
group?: (string | null)
dates?: (string | null)
extent?: (string | null)
creator?: (string | null)
adminHistory?: (string | null)
archivalHistory?: (string | null)
accession?: (string | null)
donor?: (string | null)
scopeAndContent?: (string | null)
appraisal?: (string | null)
accruals?: (string | null)
arrangement?: (string | null)
accessConditions?: (string | null)
reproductionConditions?: (string | null)
languages?: (string | null)
physicalCharacteristics?: (string | null)
findingAids?: (string | null)
originals?: (string | null)
copies?: (string | null)
relatedUnits?: (string | null)
publicationNote?: (string | null)
note?: (string | null)
}
export interface Collection {
id: string
level: ("fonds" | "subfonds" | "collection" | "series" | "subseries" | "file" | "item" | "other")
referenceCode: (string | null)
title: string
parent: (string | null)
/**
 * No more people see it, or what lies in it, whatever that says itself
 */
visibility: ("public" | "members" | "restricted" | "embargoed")
embargoUntil: (string | null)
group: (string | null)
/**
 * The reference codes from the whole down to it
 */
referencePath: (string | null)
/**
 * The collections in which it lies, the whole first
 */
path: Unit[]
/**
 * The first hundred; the rest by /collections?parent=
 */
children: Unit[]
dates: (string | null)
extent: (string | null)
creator: (string | null)
adminHistory: (string | null)
archivalHistory: (string | null)
accession: (string | null)
donor: (string | null)
scopeAndContent: (string | null)
appraisal: (string | null)
accruals: (string | null)
arrangement: (string | null)
accessConditions: (string | null)
reproductionConditions: (string | null)
languages: (string | null)
physicalCharacteristics: (string | null)
findingAids: (string | null)
originals: (string | null)
copies: (string | null)
relatedUnits: (string | null)
publicationNote: (string | null)
note: (string | null)
createdAt: string
updatedAt: string
}
export interface Unit {
id: string
level: ("fonds" | "subfonds" | "collection" | "series" | "subseries" | "file" | "item" | "other")
referenceCode: (string | null)
title: string
}
/**
 * The elements of ISAD(G)
 */
export interface CollectionDescription {
/**
 * The collection in which it lies
 */
parent?: (string | null)
level?: ("fonds" | "subfonds" | "collection" | "series" | "subseries" | "file" | "item" | "other")
referenceCode?: (string | null)
title?: string
visibility?: (("public" | "members" | "restricted" | "embargoed") | null)
embargoUntil?: (string | null)
/**
 * The group that sees it where it is restricted; else archivists alone
 */
group?: (string | null)
dates?: (string | null)
extent?: (string | null)
creator?: (string | null)
adminHistory?: (string | null)
archivalHistory?: (string | null)
accession?: (string | null)
donor?: (string | null)
scopeAndContent?: (string | null)
appraisal?: (string | null)
accruals?: (string | null)
arrangement?: (string | null)
accessConditions?: (string | null)
reproductionConditions?: (string | null)
languages?: (string | null)
physicalCharacteristics?: (string | null)
findingAids?: (string | null)
originals?: (string | null)
copies?: (string | null)
relatedUnits?: (string | null)
publicationNote?: (string | null)
note?: (string | null)
}
export interface RoleInCollection {
holder: {
kind: ("account" | "group")
id: string
name: string
}
role: "annotator"
givenBy: string
givenAt: string
}
export interface NewRoleInCollection {
role: "annotator"
}
export interface NewWitness {
label?: (string | null)
kind?: (string | null)
transmission?: (("original" | "draft" | "fair copy" | "carbon" | "certified copy" | "edition" | "translation" | "surrogate") | null)
/**
 * A name, or an agent
 */
holder?: ((string | {
agent: string
}) | null)
shelfmark?: (string | null)
collection?: (string | null)
/**
 * A source, or a document of the archive
 */
printedIn?: ({
source?: (string | null)
document?: (string | null)
locator?: (string | null)
} | null)
/**
 * `names` is the document whose heading it is, where it is another
 */
headingAsPrinted?: ({
text: string
status: ("correct" | "misattributed" | "misleading" | "supplied")
names?: (string | null)
} | null)
language?: (string | null)
/**
 * Of this copy
 */
date?: (string | null)
custody?: (string | null)
marks?: (MarkDescription[] | null)
}
export interface MarkDescription {
/**
 * Default: other
 */
kind?: ("receipt" | "registry" | "dispatch" | "transmittal" | "creation" | "approval" | "certification" | "signature" | "secrecy" | "declassification" | "ownership" | "note" | "other")
reading?: (string | null)
/**
 * The date as it stands there: XXXX-06-07
 */
asRead?: (string | null)
date?: (string | null)
/**
 * What asRead lacks and date has
 */
inferred?: ([]|[("year" | "month" | "day")]|[("year" | "month" | "day"), ("year" | "month" | "day")]|[("year" | "month" | "day"), ("year" | "month" | "day"), ("year" | "month" | "day")] | null)
because?: (string | null)
sources?: ({
source: string
locator?: (string | null)
quote?: (string | null)
stance?: ("states" | "reports" | "supports" | "disputes")
}[] | null)
agent?: (string | null)
place?: (string | null)
/**
 * The id of a page of the witness
 */
page?: (string | null)
/**
 * Left, top, width, height in pixels of the page
 */
box?: (never[] | null)
}
export interface WitnessDescription {
label?: (string | null)
kind?: (string | null)
transmission?: (("original" | "draft" | "fair copy" | "carbon" | "certified copy" | "edition" | "translation" | "surrogate") | null)
/**
 * A name, or an agent
 */
holder?: ((string | {
agent: string
}) | null)
shelfmark?: (string | null)
collection?: (string | null)
/**
 * A source, or a document of the archive
 */
printedIn?: ({
source?: (string | null)
document?: (string | null)
locator?: (string | null)
} | null)
/**
 * `names` is the document whose heading it is, where it is another
 */
headingAsPrinted?: ({
text: string
status: ("correct" | "misattributed" | "misleading" | "supplied")
names?: (string | null)
} | null)
language?: (string | null)
/**
 * Of this copy
 */
date?: (string | null)
custody?: (string | null)
}
export interface Event {
id: string
at: string
by: string
verb: string
subject: {
type: string
id: string
}
/**
 * Null where there was nothing, or where who asks may not read it
 */
before: {
[k: string]: unknown
}
/**
 * Null where there was nothing, or where who asks may not read it
 */
after: {
[k: string]: unknown
}
}
export interface CitationOfDocument {
sentence: string
csl: CslItem
bibtex: string
ris: string
/**
 * SHA-256 of the standing claims about the document and its witnesses that you may see, as canonical JSON in the order of their ids
 */
claimsHash: string
/**
 * The newest revision of a text in it
 */
textRevision: (string | null)
/**
 * Only where `at` or `claimsHash` was asked
 */
changedSince: ({
at: (string | null)
claimsHash: (string | null)
/**
 * Null where no state had that hash
 */
changed: (boolean | null)
/**
 * How many claims were added, revised or taken back
 */
claims: number
properties: string[]
says: string
} | null)
}
/**
 * An item of CSL-JSON 1.0.2
 */
export interface CslItem {
id: string
type: string
title: string
[k: string]: unknown
}
/**
 * A response of the type rich (oEmbed 1.0, section 2.3.4.4)
 */
export interface Embedding {
version: "1.0"
type: "rich"
title: string
author_name?: string
provider_name: string
provider_url: string
thumbnail_url?: string
thumbnail_width?: number
thumbnail_height?: number
html: string
width: number
height: number
}
export interface SearchResult {
query: {
text: string
understood: string
}
total: {
documents: number
pages: number
exact: boolean
}
partial: {
documents: number
}
tookMs: number
hits: DocumentHit[]
facets: {
type: {
value: string
count: number
}[]
language: {
value: string
count: number
}[]
collection: {
value: string
count: number
}[]
creator: {
value: string
count: number
}[]
subject: {
value: string
count: number
}[]
decade: {
value: string
count: number
}[]
}
histogram: {
year: number
count: number
}[]
/**
 * Documents that stand in no year: undated, with an open start or end, or too vague
 */
histogramBins: {
undated: number
openStart: number
openEnd: number
vague: number
}
didYouMean: (string | null)
next: (string | null)
}
export interface DocumentHit {
document: {
id: string
title: string
language: (string | null)
date: Date
creator: (string | null)
type: (string | null)
collection: (string | null)
}
/**
 * For archivists only
 */
score?: number
pageHits: number
missing: string[]
pages: PageHit[]
notes: {
kind: string
says: string
see: (string | null)
}[]
}
export interface PageHit {
id: string
/**
 * Of which witness it is that number; null: the first
 */
witness: (string | null)
number: number
label: (string | null)
/**
 * Escaped HTML in which only <mark> is markup
 */
snippet: string
/**
 * Of the snippet; null: not known
 */
language: (string | null)
boxes: never[][]
annotation?: string
}
export interface PageFound {
id: string
/**
 * Of which witness it is that number; null: the first
 */
witness: (string | null)
number: number
label: (string | null)
/**
 * Escaped HTML in which only <mark> is markup
 */
snippet: string
/**
 * Of the snippet; null: not known
 */
language: (string | null)
boxes: never[][]
annotation?: string
layer: string
revision: string
/**
 * Where the words stand in the text of that revision: [start, end) in code points
 */
passages: never[][]
}
/**
 * A W3C Web Annotation in JSON-LD
 */
export interface Annotation {
[k: string]: unknown
}
export interface AnnotationCounts {
total: number
/**
 * About the document as a whole
 */
whole: number
pages: {
id: string
/**
 * In the first witness; null: it does not stand there
 */
number: (number | null)
count: number
}[]
}
export interface AnnotationImportReport {
counts: {
added: number
known: number
refused: number
wouldAdd?: number
}
items: {
/**
 * Its place in what was sent, from 0
 */
index: number
/**
 * The id that it came with
 */
via: (string | null)
/**
 * With `dryRun` nothing is added
 */
outcome: ("added" | "known" | "refused" | "would-add")
/**
 * Its address here, where it has one
 */
id: (string | null)
/**
 * It stood here before and was deleted, and stays so
 */
deleted: boolean
errors: {
path: string
message: string
}[]
}[]
}
export interface Import {
id: string
state: ("queued" | "running" | "done" | "failed" | "cancelled")
name: string
format: ("csv" | "jsonl")
dryRun: boolean
keepUnknown: boolean
/**
 * What was assumed to read it, such as an encoding
 */
assumed: (string | null)
/**
 * The last row that is dealt with
 */
atRow: number
counts: {
added: number
known: number
refused: number
wouldAdd: number
}
/**
 * Where the table broke off, and why
 */
error: (string | null)
job: {
id: string
}
createdBy: string
createdAt: string
finishedAt: (string | null)
}
export interface ImportWithReport {
id: string
state: ("queued" | "running" | "done" | "failed" | "cancelled")
name: string
format: ("csv" | "jsonl")
dryRun: boolean
keepUnknown: boolean
/**
 * What was assumed to read it, such as an encoding
 */
assumed: (string | null)
/**
 * The last row that is dealt with
 */
atRow: number
counts: {
added: number
known: number
refused: number
wouldAdd: number
}
/**
 * Where the table broke off, and why
 */
error: (string | null)
job: {
id: string
}
createdBy: string
createdAt: string
finishedAt: (string | null)
report: {
items: ImportedRow[]
next: (string | null)
}
}
export interface ImportedRow {
/**
 * As a spreadsheet counts: the header of a CSV is row 1
 */
row: number
outcome: ("added" | "known" | "refused" | "would-add")
key: (string | null)
document: (string | null)
remarks: {
column: string
kind: ("wrong" | "assumed" | "kept")
says: string
}[]
}
export interface NewUploads {
/**
 * Names the document of images outside any folder
 */
name?: string
grouping?: ("folder" | "file")
skipKnown?: boolean
/**
 * What is said of each document that does not say it itself
 */
all?: {
/**
 * EDTF (ISO 8601-2) levels 0–2
 */
date?: string
creator?: string
type?: string
language?: string
collection?: string
visibility?: ("public" | "members" | "restricted" | "embargoed")
}
}
export interface Uploads {
id: string
source: ("folder" | "upload")
name: string
phase: ("open" | "listing" | "adding" | "added" | "abandoned")
grouping: ("folder" | "file")
groupings: {
[k: string]: "folder" | "file" | "none"
}
skipKnown: boolean
/**
 * How many files are in which state
 */
files: {
[k: string]: number
}
/**
 * How far reading those is that were added
 */
reading: {
[k: string]: number
}
/**
 * How many of those that wait for recognition no job will recognise as things stand: it is off, lacks a language, or was cancelled
 */
unattended: number
job: ({
id: string
} | null)
createdBy: string
createdAt: string
}
export interface UploadsWithReport {
id: string
source: ("folder" | "upload")
name: string
phase: ("open" | "listing" | "adding" | "added" | "abandoned")
grouping: ("folder" | "file")
groupings: {
[k: string]: "folder" | "file" | "none"
}
skipKnown: boolean
/**
 * How many files are in which state
 */
files: {
[k: string]: number
}
/**
 * How far reading those is that were added
 */
reading: {
[k: string]: number
}
/**
 * How many of those that wait for recognition no job will recognise as things stand: it is off, lacks a language, or was cancelled
 */
unattended: number
job: ({
id: string
} | null)
createdBy: string
createdAt: string
report: {
items: UploadedFile[]
next: (string | null)
}
}
export interface UploadedFile {
path: string
/**
 * received, listed, failed or passed-over; once added, how far reading is
 */
state: string
bytes: number
document: (string | null)
/**
 * The title of the document
 */
title: (string | null)
file: (string | null)
pages: number
/**
 * The first file of the archive with the same bytes
 */
duplicateOf: (string | null)
/**
 * As long as it became nothing: an earlier file of these uploads with the same bytes
 */
sameAs: (string | null)
message: (string | null)
}
export interface UploadedDocument {
id: string
title: string
files: number
/**
 * How many of its files are read, and recognised where they are scans
 */
read: number
failed: number
/**
 * How many pages there are so far
 */
pages: number
}
export interface ExportedDocument {
key: string
title: string
[k: string]: unknown
}
export interface DoubtfulPage {
page: string
document: string
title: string
language: (string | null)
number: number
label: (string | null)
confidence: number
}
export interface Job {
id: string
kind: string
state: ("queued" | "running" | "done" | "failed" | "cancelled")
document: (string | null)
file: (string | null)
/**
 * The title of the document
 */
title: (string | null)
/**
 * What the file, the uploads or the table are called
 */
name: (string | null)
/**
 * Of kind bulk: the uploads, or the folder
 */
uploads: (string | null)
/**
 * Of kind import: the table
 */
import: (string | null)
/**
 * Pages done, or documents
 */
done: number
/**
 * Pages or documents in all, null until known
 */
total: (number | null)
/**
 * Of kind ingest: how many of its files wait for recognition; of uploads, they tell it themselves
 */
waiting: (number | null)
/**
 * How many of those no job will recognise as things stand: recognition is off, lacks a language, or was cancelled
 */
unattended: (number | null)
message: (string | null)
error: (string | null)
/**
 * How many are done a second, while it runs
 */
perSecond: (number | null)
/**
 * How long it will take at that rate
 */
secondsLeft: (number | null)
createdAt: string
startedAt: (string | null)
finishedAt: (string | null)
}
/**
 * Each is counted up to 1,000.
 */
export interface Attention {
/**
 * Pages recognised with little confidence: GET /recognition/doubtful
 */
doubtfulPages: number
/**
 * Documents of whose claims the best disagree: GET /documents?disputed=true
 */
disputedDocuments: number
/**
 * Documents with a file that could not be read: GET /documents?fileState=failed
 */
unreadableDocuments: number
/**
 * Jobs that failed, but for the reading of files: GET /jobs?state=failed
 */
failedJobs: number
/**
 * Originals that are missing or damaged: "fonds verify" tells which
 */
damagedOriginals: number
/**
 * What nobody has settled: GET /suggestions?state=open
 */
suggestions: number
}
export interface LostAnnotation {
id: string
/**
 * Its words stand nowhere, or in several places
 */
state: ("orphaned" | "ambiguous")
document: (string | null)
title: (string | null)
/**
 * Of the page in the first witness
 */
number: (number | null)
/**
 * The words that it was about
 */
quote: (string | null)
quoteLanguage: (string | null)
by: string
}
export interface Samples {
state: ("absent" | "loading" | "partly" | "loaded")
/**
 * Whether loading it would begin or go on: there is nothing else in the archive
 */
loadable: boolean
/**
 * Documents read while it is loading
 */
done: number
/**
 * Of how many; 0 until that is known
 */
total: number
/**
 * The document of which it tells the story, once it is loaded
 */
document: (string | null)
/**
 * What went wrong the last time
 */
error: (string | null)
}
export interface Session {
/**
 * The account or token; `anonymous` for who showed none
 */
id: string
/**
 * A stranger may not even read
 */
role: ("stranger" | "reader" | "annotator" | "archivist" | "administrator")
signedIn: boolean
/**
 * How their work is signed
 */
name: (string | null)
/**
 * The name they sign in with; null of who has no account
 */
login: (string | null)
/**
 * Those one is in
 */
groups: {
id: string
name: string
}[]
/**
 * How it is called where one may sign in elsewhere; null where nowhere
 */
provider: (string | null)
}
export interface PasswordChange {
current: string
password: string
}
export interface ListedSession {
id: string
/**
 * What the browser calls itself
 */
agent: (string | null)
createdAt: string
/**
 * When it was in use, to a day
 */
seenAt: string
/**
 * Whether it is the one that asks
 */
current: boolean
}
export interface OpenIdWish {
next?: string
/**
 * Of the invitation, what stands behind # in its address
 */
secret?: string
}
export interface Invitation {
id: string
purpose: ("set-up" | "invitation" | "password")
/**
 * The name to sign in with that is proposed, or that stands
 */
login: (string | null)
name: (string | null)
role: ("reader" | "annotator" | "archivist" | "administrator")
expiresAt: string
account: (string | null)
madeBy: string
createdAt: string
}
export interface NewInvitation {
role: ("reader" | "annotator" | "archivist" | "administrator")
login?: (string | null)
name?: (string | null)
/**
 * How long it stands; 14 unless told
 */
days?: number
}
export interface NewlyMadeInvitation {
id: string
purpose: ("set-up" | "invitation" | "password")
/**
 * The name to sign in with that is proposed, or that stands
 */
login: (string | null)
name: (string | null)
role: ("reader" | "annotator" | "archivist" | "administrator")
expiresAt: string
account: (string | null)
madeBy: string
createdAt: string
/**
 * Give it to whom it is for; it is told this once and works once
 */
address: string
}
export interface HeldInvitation {
/**
 * What stands behind # in the address
 */
secret: string
}
export interface OpenInvitation {
purpose: ("set-up" | "invitation" | "password")
/**
 * The name to sign in with that is proposed, or that stands
 */
login: (string | null)
name: (string | null)
role: ("reader" | "annotator" | "archivist" | "administrator")
expiresAt: string
}
export interface Joining {
/**
 * What stands behind # in the address
 */
secret: string
login: string
name?: string
password: string
}
export interface PasswordReset {
/**
 * What stands behind # in the address
 */
secret: string
password: string
}
export interface Account {
id: string
/**
 * The name they sign in with
 */
login: string
/**
 * How their work is signed
 */
name: string
role: ("reader" | "annotator" | "archivist" | "administrator")
hasPassword: boolean
/**
 * Who they are to the OpenID provider
 */
identity: ({
issuer: string
subject: string
} | null)
disabledAt: (string | null)
createdAt: string
updatedAt: string
}
export interface AccountChange {
name?: string
role?: ("reader" | "annotator" | "archivist" | "administrator")
disabled?: boolean
}
export interface Person {
id: string
name: string
}
export interface GroupInList {
id: string
name: string
createdAt: string
updatedAt: string
/**
 * How many
 */
members: number
}
export interface GroupName {
name: string
}
export interface Group {
id: string
name: string
createdAt: string
updatedAt: string
members: {
id: string
name: string
login: string
}[]
}
export interface Token {
id: string
/**
 * What it is for
 */
name: string
/**
 * The most it may do; it never may more than its account
 */
role: ("reader" | "annotator" | "archivist" | "administrator")
account: (string | null)
createdAt: string
expiresAt: (string | null)
revokedAt: (string | null)
}
export interface NewToken {
name: string
role?: ("reader" | "annotator" | "archivist" | "administrator")
expiresAt?: (string | null)
}
export interface NewlyMadeToken {
id: string
/**
 * What it is for
 */
name: string
/**
 * The most it may do; it never may more than its account
 */
role: ("reader" | "annotator" | "archivist" | "administrator")
account: (string | null)
createdAt: string
expiresAt: (string | null)
revokedAt: (string | null)
token: string
}
export interface Readiness {
ready: boolean
parts: {
[k: string]: string
}
}
/**
 * Problem details (RFC 9457)
 */
export interface Problem {
type: string
title: string
status: number
/**
 * What was wrong and what to do
 */
detail: string
/**
 * The path of the request
 */
instance: string
requestId: string
errors?: {
path: string
message: string
column?: number
}[]
}
