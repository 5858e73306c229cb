import { Suspense } from 'react'
import { Redirect, Route, Switch, useSearchParams } from 'wouter'
import { DocumentFrame } from './document/document-frame.tsx'
import { HomeScreen } from './home/home-screen.tsx'
import { to } from './paths.ts'
import { useOpenedPage } from './read/use-opened-page.ts'
import { SearchScreen } from './search/search-screen.tsx'
import { Contain } from './shell/contain.tsx'
import { later } from './shell/later.tsx'
import { NotFoundScreen } from './shell/not-found-screen.tsx'
import { Shell } from './shell/shell.tsx'

// What is looked at first comes at once; all else when somebody goes there.
const SignInScreen = later(() => import('./session/sign-in-screen.tsx'), 'SignInScreen')
const JoinScreen = later(() => import('./session/join-screen.tsx'), 'JoinScreen')
const AccountScreen = later(() => import('./people/account-screen.tsx'), 'AccountScreen')
const PeopleScreen = later(() => import('./people/people-screen.tsx'), 'PeopleScreen')
const SearchHelpScreen = later(() => import('./search/help-screen.tsx'), 'SearchHelpScreen')
const readScreen = () => import('./read/read-screen.tsx')
const ReadScreen = later(readScreen, 'ReadScreen')
const TranscribeScreen = later(() => import('./transcribe/transcribe-screen.tsx'), 'TranscribeScreen')
const DoubtfulScreen = later(() => import('./transcribe/doubtful-screen.tsx'), 'DoubtfulScreen')
const ProvenanceScreen = later(() => import('./provenance/provenance-screen.tsx'), 'ProvenanceScreen')
const DescribeScreen = later(() => import('./describe/describe-screen.tsx'), 'DescribeScreen')
const AddFilesScreen = later(() => import('./document/add-files-screen.tsx'), 'AddFilesScreen')
const NotesScreen = later(() => import('./annotate/notes-screen.tsx'), 'NotesScreen')
const AllNotesScreen = later(() => import('./annotate/all-notes-screen.tsx'), 'AllNotesScreen')
const UploadScreen = later(() => import('./upload/upload-screen.tsx'), 'UploadScreen')
const BatchScreen = later(() => import('./upload/batch/batch-screen.tsx'), 'BatchScreen')
const ImportScreen = later(() => import('./import/import-screen.tsx'), 'ImportScreen')
const ImportedScreen = later(() => import('./import/imported-screen.tsx'), 'ImportedScreen')
const JobsScreen = later(() => import('./jobs/jobs-screen.tsx'), 'JobsScreen')
const ContentStateScreen = later(() => import('./iiif/content-state-screen.tsx'), 'ContentStateScreen')
const EmbedScreen = later(() => import('./embed/embed-screen.tsx'), 'EmbedScreen')
const AttentionScreen = later(() => import('./attention/attention-screen.tsx'), 'AttentionScreen')
const DocumentsScreen = later(() => import('./browse/documents-screen.tsx'), 'DocumentsScreen')
const CollectionsScreen = later(() => import('./browse/collections-screen.tsx'), 'CollectionsScreen')
const CollectionScreen = later(() => import('./browse/collection-screen.tsx'), 'CollectionScreen')
const AuthoritiesScreen = later(() => import('./browse/authorities-screen.tsx'), 'AuthoritiesScreen')
const AuthorityScreen = later(() => import('./browse/authority-screen.tsx'), 'AuthorityScreen')
const SourcesScreen = later(() => import('./browse/sources-screen.tsx'), 'SourcesScreen')
const SourceScreen = later(() => import('./browse/source-screen.tsx'), 'SourceScreen')

/** Every page of the reading room by its address (`paths.ts` writes them; `src/api/web-pages.ts` knows their beginnings). */
export function App() {
  return (
    <Switch>
      <Route path="/embed/documents/:id/pages/:number">
        {({ id, number }) => (
          <Suspense>
            <EmbedScreen id={id} number={Number(number)} />
          </Suspense>
        )}
      </Route>
      <Route>
        <Room />
      </Route>
    </Switch>
  )
}

function Room() {
  return (
    <Shell>
      <Contain>
        <Suspense>
          <Switch>
            <Route path="/" component={EntryScreen} />
            <Route path="/search" component={SearchScreen} />
            <Route path="/help/search" component={SearchHelpScreen} />
            <Route path="/sign-in" component={SignInScreen} />
            <Route path="/join" component={JoinScreen} />
            <Route path="/account" component={AccountScreen} />
            <Route path="/people" component={PeopleScreen} />
            <Route path="/documents" component={DocumentsScreen} />
            <Route path="/documents/:id/*?">{({ id }) => <DocumentPages id={id} />}</Route>
            <Route path="/collections" component={CollectionsScreen} />
            <Route path="/collections/:id">{({ id }) => <CollectionScreen id={id} />}</Route>
            <Route path="/sources" component={SourcesScreen} />
            <Route path="/sources/:id">{({ id }) => <SourceScreen id={id} />}</Route>
            {(['agents', 'places', 'happenings'] as const).flatMap((kind) => [
              <Route key={kind} path={`/${kind}`}>
                <AuthoritiesScreen kind={kind} />
              </Route>,
              <Route key={`${kind}/`} path={`/${kind}/:id`}>
                {({ id = '' }) => <AuthorityScreen kind={kind} id={id} />}
              </Route>,
            ])}
            <Route path="/upload" component={UploadScreen} />
            <Route path="/upload/:id">{({ id }) => <BatchScreen key={id} id={id} />}</Route>
            <Route path="/import" component={ImportScreen} />
            <Route path="/import/:id">{({ id }) => <ImportedScreen key={id} id={id} />}</Route>
            <Route path="/jobs" component={JobsScreen} />
            <Route path="/attention" component={AttentionScreen} />
            <Route path="/transcribe" component={DoubtfulScreen} />
            <Route path="/notes" component={AllNotesScreen} />
            <Route component={NotFoundScreen} />
          </Switch>
        </Suspense>
      </Contain>
    </Shell>
  )
}

/** Where one comes in; where a viewer of IIIF hands over a place, that place. */
function EntryScreen() {
  const [asked] = useSearchParams()
  const state = asked.get('iiif-content')
  return state === null ? <HomeScreen /> : <ContentStateScreen state={state} />
}

function DocumentPages({ id }: { id: string }) {
  useOpenedPage(id, readScreen)
  return (
    <DocumentFrame id={id}>
      {(document) => (
        <Switch>
          <Route path="/documents/:id">
            <Redirect to={document.pageCount > 0 ? to.page(id, 1) : to.provenance(id)} replace />
          </Route>
          <Route path="/documents/:id/pages/:number">
            {({ number }) => <ReadScreen document={document} number={Number(number)} />}
          </Route>
          <Route path="/documents/:id/pages/:number/transcribe">
            {({ number }) => <TranscribeScreen document={document} number={Number(number)} />}
          </Route>
          <Route path="/documents/:id/provenance">
            <ProvenanceScreen document={document} />
          </Route>
          <Route path="/documents/:id/describe">
            <DescribeScreen document={document} />
          </Route>
          <Route path="/documents/:id/add">
            <AddFilesScreen document={document} />
          </Route>
          <Route path="/documents/:id/notes">
            <NotesScreen document={document} />
          </Route>
          <Route component={NotFoundScreen} />
        </Switch>
      )}
    </DocumentFrame>
  )
}
