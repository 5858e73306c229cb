/** The JSON-LD context of the Presentation API 3.0 (4.6). */
export const presentationContext = 'http://iiif.io/api/presentation/3/context.json'
