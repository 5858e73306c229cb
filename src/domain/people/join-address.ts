/** Where a link leads. The secret stands behind #, so that no server or proxy on the way writes it down. */
export const joinAddress = (baseUrl: string, secret: string): string => `${baseUrl}/join#${secret}`
