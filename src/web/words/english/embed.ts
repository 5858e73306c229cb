/** What is said where a place of the archive stands on the page of somebody else, and where it is fetched for one. */
export const embed = {
  text: 'The text of the page',
  at: (page: string, host: string) => `${page}, ${host}`,
  code: 'To show this place on another page',
  codeHint: 'A piece of HTML. Programs that know oEmbed make it themselves of the address of this page.',
}
