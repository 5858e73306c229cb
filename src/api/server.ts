import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import express from 'express'
import helmet from 'helmet'
import type { AnnotateDeps } from '../actions/annotate.ts'
import type { CitationDeps } from '../actions/cite-document.ts'
import type { ConfusionDeps } from '../actions/confusions.ts'
import type { ProviderDeps } from '../actions/enter-by-provider.ts'
import type { ExportPdfDeps } from '../actions/export-pdf.ts'
import type { HistoryDeps } from '../actions/read-history.ts'
import type { CanvasDeps } from '../actions/see-canvas.ts'
import type { DatingDeps } from '../actions/see-dating.ts'
import type { HoldingDeps } from '../actions/see-holdings.ts'
import type { ManifestDeps } from '../actions/see-manifest.ts'
import type { ImageSeeing } from '../actions/see-page-image.ts'
import type { SampleLoadingDeps } from '../samples/sample-loading.ts'
import { accountRoutes } from './accounts.ts'
import { annotationEventRoutes } from './annotation-events.ts'
import { annotationOverviewRoutes } from './annotation-overview.ts'
import { annotationRoutes } from './annotations.ts'
import { type AttentionRoutesDeps, attentionRoutes } from './attention.ts'
import { authenticate } from './authenticate.ts'
import { type AuthorityRoutesDeps, authorityRoutes } from './authorities.ts'
import { citationRoutes } from './citation.ts'
import { type ClaimRoutesDeps, claimRoutes } from './claims.ts'
import { answerClientError } from './client-error.ts'
import { collectionRoleRoutes } from './collection-roles.ts'
import { type CollectionRoutesDeps, collectionRoutes } from './collections.ts'
import { confusionRoutes } from './confusions.ts'
import { constantHeaders } from './constant-headers.ts'
import { dateRoutes } from './dates.ts'
import { datingRoutes } from './dating.ts'
import { docsRoutes } from './docs.ts'
import { type DocumentRoutesDeps, documentRoutes } from './documents.ts'
import { exportRoutes } from './export.ts'
import { exportAnnotationsRoutes } from './export-annotations.ts'
import { exportDocumentsRoutes } from './export-documents.ts'
import { exportPagesRoutes } from './export-pages.ts'
import { exportPdfRoutes } from './export-pdf.ts'
import { fileRoutes } from './files.ts'
import { type GroupRoutesDeps, groupRoutes } from './groups.ts'
import { type HealthDeps, healthRoutes } from './health.ts'
import { historyRoutes } from './history.ts'
import { iiifCollectionRoutes } from './iiif-collections.ts'
import { iiifDiscoveryRoutes } from './iiif-discovery.ts'
import { iiifImageRoutes } from './iiif-image.ts'
import { iiifPresentationRoutes } from './iiif-presentation.ts'
import { iiifSearchRoutes } from './iiif-search.ts'
import { importAnnotationsRoutes } from './import-annotations.ts'
import { type ImportRoutesDeps, importRoutes } from './imports.ts'
import { invitationRoutes } from './invitations.ts'
import { type JobRoutesDeps, jobRoutes } from './jobs.ts'
import { type MatchingRoutesDeps, matchingRoutes } from './matching.ts'
import { moderationRoutes } from './moderation.ts'
import { oembedRoutes } from './oembed.ts'
import { openIdRoutes } from './openid.ts'
import { pageImageRoutes } from './page-images.ts'
import { type PageWorkRoutesDeps, pageWorkRoutes } from './page-work.ts'
import { type PageRoutesDeps, pageRoutes } from './pages.ts'
import { problemRoute } from './problem-page.ts'
import { rateLimits } from './rate-limit.ts'
import { type RecognitionRoutesDeps, recognitionRoutes } from './recognition.ts'
import { remembered } from './remembered.ts'
import type { Reporting } from './report-search.ts'
import type { Route } from './route.ts'
import { createRouter, type Finished } from './router.ts'
import { sampleRoutes } from './samples.ts'
import { type SearchRoutesDeps, searchRoutes } from './search.ts'
import { sessionRoutes } from './session.ts'
import { type SourceRoutesDeps, sourceRoutes } from './sources.ts'
import { cutStalledBody } from './stalled-body.ts'
import { suggestRoutes } from './suggest.ts'
import { type SuggestionRoutesDeps, suggestionRoutes } from './suggestions.ts'
import { type TokenRoutesDeps, tokenRoutes } from './tokens.ts'
import { tusRoutes } from './tus-routes.ts'
import type { TusDeps } from './tus-store.ts'
import { uploadQuota } from './upload-quota.ts'
import { type UploadRoutesDeps, uploadRoutes } from './uploads.ts'
import { vocabularyRoutes } from './vocabulary.ts'
import { webPages } from './web-pages.ts'
import { type WithholdingRoutesDeps, withholdingRoutes } from './withholding.ts'
import { type WitnessRoutesDeps, witnessRoutes } from './witnesses.ts'

export type ServerDeps = TokenRoutesDeps &
  ProviderDeps &
  GroupRoutesDeps &
  AnnotateDeps &
  DocumentRoutesDeps &
  ClaimRoutesDeps &
  DatingDeps &
  ConfusionDeps &
  SuggestionRoutesDeps &
  HistoryDeps &
  CitationDeps &
  WitnessRoutesDeps &
  CollectionRoutesDeps &
  SourceRoutesDeps &
  AuthorityRoutesDeps &
  JobRoutesDeps &
  ImportRoutesDeps &
  UploadRoutesDeps &
  TusDeps &
  PageRoutesDeps &
  WithholdingRoutesDeps &
  ImageSeeing &
  ManifestDeps &
  CanvasDeps &
  MatchingRoutesDeps &
  ExportPdfDeps &
  RecognitionRoutesDeps &
  PageWorkRoutesDeps &
  SearchRoutesDeps &
  HoldingDeps &
  HealthDeps &
  SampleLoadingDeps &
  AttentionRoutesDeps &
  Reporting & { log: { error(details: object, message: string): void } }

/** Every endpoint that the OpenAPI document describes, in its order. */
export const describedRoutes = (deps: ServerDeps): Route[] => [
  ...documentRoutes(deps),
  ...fileRoutes(deps),
  ...matchingRoutes(deps),
  ...pageRoutes(deps),
  ...withholdingRoutes(deps),
  ...pageImageRoutes(deps),
  ...iiifImageRoutes(deps),
  ...iiifPresentationRoutes(deps),
  ...iiifSearchRoutes(deps),
  ...iiifCollectionRoutes(deps),
  ...iiifDiscoveryRoutes(deps),
  ...exportPagesRoutes(deps),
  ...exportPdfRoutes(deps),
  ...pageWorkRoutes(deps),
  ...claimRoutes(deps),
  ...datingRoutes(deps),
  ...confusionRoutes(deps),
  ...suggestionRoutes(deps),
  ...vocabularyRoutes(),
  ...dateRoutes(),
  ...authorityRoutes(deps),
  ...sourceRoutes(deps),
  ...collectionRoutes(deps),
  ...collectionRoleRoutes(deps),
  ...witnessRoutes(deps),
  ...historyRoutes(deps),
  ...citationRoutes(deps),
  ...oembedRoutes(deps),
  ...searchRoutes(deps),
  ...exportRoutes(deps),
  ...suggestRoutes(deps),
  ...annotationRoutes(deps),
  ...moderationRoutes(deps),
  ...annotationOverviewRoutes(deps),
  ...annotationEventRoutes(deps),
  ...exportAnnotationsRoutes(deps),
  ...importAnnotationsRoutes(deps),
  ...importRoutes(deps),
  ...uploadRoutes(deps),
  ...tusRoutes(deps),
  ...exportDocumentsRoutes(deps),
  ...recognitionRoutes(deps),
  ...jobRoutes(deps),
  ...attentionRoutes(deps),
  ...sampleRoutes(deps),
  ...sessionRoutes(deps),
  ...openIdRoutes(deps),
  ...invitationRoutes(deps),
  ...accountRoutes(deps),
  ...groupRoutes(deps),
  ...tokenRoutes(deps),
  ...healthRoutes(deps),
  problemRoute,
]

/** Every endpoint, with the description of them that was written when they last changed. */
export const allRoutes = (deps: ServerDeps): Route[] => [...describedRoutes(deps), ...docsRoutes(written)]

let kept: object | undefined

// To make it of the routes takes a good part of the time that a start takes.
const written = () =>
  (kept ??= JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as object)

/**
 * Where it is reached, how many requests a minute and bytes a day somebody may send, and keep of uploads that are not whole
 * (0: any number), and whose forwarding is believed.
 */
export type ServerOptions = {
  baseUrl: string | undefined
  perMinute?: number
  uploadDaily?: number
  uploadUnfinished?: number
  trustProxy?: string[] | number
  pages?: string
}

/** So long may who sends a body send nothing. */
const mostStillMs = 120_000

/** The HTTP server over an archive, not yet listening. */
export function createHttpServer(deps: ServerDeps, options: ServerOptions): Server {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', 'strong')
  const trusted = options.trustProxy ?? ['loopback']
  app.set('trust proxy', trusted)
  if (typeof trusted !== 'number') {
    const trusts: (address: string) => boolean = app.get('trust proxy fn')
    // It is asked several times for each request, and reads the address anew each time.
    app.set('trust proxy', remembered(trusts))
  }
  app.use(
    constantHeaders(
      helmet({
        contentSecurityPolicy: {
          directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
          useDefaults: false,
        },
        crossOriginResourcePolicy: { policy: 'cross-origin' },
      }),
    ),
  )
  const onRequest = (finished: Finished) => {
    deps.metrics.request(finished)
    deps.log.info(finished, 'request')
  }
  app.use(
    createRouter(allRoutes({ ...deps, mostUnfinished: options.uploadUnfinished ?? 0 }), {
      authenticate: (req) => authenticate(deps, req, options.baseUrl),
      otherwise: webPages(options.pages),
      baseUrl: options.baseUrl,
      limit: rateLimits(options.perMinute ?? 0),
      quota: uploadQuota(options.uploadDaily ?? 0),
      log: deps.log,
      onRequest,
      onFault: (fault) => deps.metrics.fault(fault),
    }),
  )
  const server = createServer(app)
  // Uploads of gigabytes over slow lines take their time; headers do not, and nothing stands still.
  server.requestTimeout = 0
  server.prependListener('request', (req) => cutStalledBody(req, mostStillMs))
  server.headersTimeout = 20_000
  server.on('clientError', answerClientError)
  // What nobody need understand of a request is passed over (RFC 9110, 10.1.1), not refused without a word.
  server.on('checkExpectation', app)
  return server
}
