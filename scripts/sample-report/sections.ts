import type { Section } from './model.ts'
import { lithuanian, russian } from './translations.ts'

const committee =
  'US House Select Committee to Investigate the Incorporation of the Baltic States into the U.S.S.R.'
const longTitle =
  'On the Procedure for Carrying out the Deportation of Anti-Soviet Elements from Lithuania, Latvia and Estonia'
const trueTitle =
  '«О введении единой системы оперативного учета антисоветских элементов, выявляемых агентурной разработкой»'
const erroneousTitle = '«О высылке антисоветских элементов из Литвы, Латвии и Эстонии»'

const report: Section = {
  heading: 'The report and what it printed',
  blocks: [
    { kind: 'lead', text: `The Third Interim Report is the work of the ${committee}` },
    {
      kind: 'paragraph',
      text: 'In the story of the Serov Instructions the report of 1954 plays two parts. It is a document in its own right, with a creator and a date of its own. It is also a printed witness of another document, for it published the full text of the Instructions [3]. A catalogue that sees only the first part loses the text; one that sees only the second takes the heading for the name of the paper.',
    },
    { kind: 'subheading', text: 'The paper that it printed' },
    {
      kind: 'paragraph',
      text: `*${longTitle}* is an undated, unnumbered, top-secret document signed by General Ivan Serov, Deputy People's Commissar for State Security (NKGB). It is known as the Serov Instructions.`,
    },
    {
      kind: 'paragraph',
      text: 'It details how the deportations of 13–14 June 1941 were to be carried out: secretly, quietly and speedily. Families could take 100 kg (220 lb) of belongings: clothes, food, kitchenware. Heads of families went to Gulag camps, the others to forced settlements in remote areas.',
    },
    { kind: 'subheading', text: 'What these pages rest on' },
    {
      kind: 'paragraph',
      text: 'On the four sources listed on the last page, and not on the report. No page of it is reproduced, no page number of it is given, and none of its wording is quoted beyond the number in the heading. Whoever wants the text of the Instructions has to read the report itself.',
    },
  ],
}

const heading: Section = {
  heading: 'The heading',
  blocks: [
    { kind: 'callout', label: 'PRINTED AS  ·  MISLEADING', text: 'Order №\u00A0001223', size: 24 },
    {
      kind: 'paragraph',
      text: 'The report published the full text of the Serov Instructions under a misleading heading, as Order №\u00A0001223 [3]. The text is that of the Instructions. The number is that of another paper: NKVD Order No.\u00A0001223, which Lavrentiy Beria signed on 11 October 1939 [4]. The Instructions themselves bear neither a number nor a date.',
    },
    { kind: 'subheading', text: 'What follows from it' },
    {
      kind: 'paragraph',
      text: 'The two papers are often confused [3]. The confusion *possibly* originates from this heading; it is not known to, and the archive records no more than the possibility. Whoever takes the number from the heading is easily led to take the date of the order with it, and so to date a paper signed for the NKGB to a day 481 days before there was an NKGB.',
    },
    { kind: 'subheading', text: 'How an archive should record it' },
    {
      kind: 'paragraph',
      text: 'A heading belongs to the witness in which it is printed and not to the document. It is to be kept there, as printed, and marked misleading, with the name of the paper whose number it carries. Silent correction would be no better than silent repetition: a reader who comes with the number 001223 should find the order first, then the report, and the reason why both were found.',
    },
  ],
}

const papers: Section = {
  heading: 'Two papers, told apart',
  blocks: [
    {
      kind: 'table',
      head: ['', 'Serov Instructions', 'NKVD Order No.\u00A0001223'],
      rows: [
        ['Signatory', 'General Ivan Serov', 'Lavrentiy Beria [4]'],
        ['Body', 'NKGB, created on 3 February 1941 [2]', 'NKVD'],
        ['Date', 'none borne; written between 3 February and 7 June 1941', '11 October 1939 [4]'],
        ['Number', 'none borne', '001223'],
        [
          'Subject',
          'how the deportations of 13–14 June 1941 were to be carried out',
          'operative accounting of anti-Soviet and socially alien elements',
        ],
        ['Title', longTitle, trueTitle],
        ['Wrongly called', 'Order №\u00A0001223', erroneousTitle],
      ],
    },
    {
      kind: 'paragraph',
      text: 'The last line shows that the mistake runs both ways. The Instructions have been given the number of the order; the order has been given a title about deportation, which is not its subject.',
    },
  ],
}

const dating: Section = {
  heading: 'When the Instructions were written',
  blocks: [
    {
      kind: 'paragraph',
      text: 'Sources give the undated paper various single dates, from 11 October 1939 to 21 January 1941 [1]. All of them lie before the window that the evidence leaves open.',
    },
    { kind: 'timeline' },
    {
      kind: 'items',
      items: [
        {
          mark: '1',
          text: '**Not before 3 February 1941.** Its signatory was deputy head of the NKGB, and the NKGB was created only then [2]. It existed until 20 July 1941, and again from 1943 to 1946, which is too late for a paper that prepares the events of June 1941.',
        },
        {
          mark: '2',
          text: '**Not after 7 June 1941.** A copy found in Šiauliai bears a stamp that it was received on June 7 [3]. The year is inferred.',
        },
        {
          mark: '3',
          text: '**In any case not after 13 June 1941**, the first day of the deportations that it prepares. This bound holds even for those who would rather not infer the year of the stamp.',
        },
      ],
    },
    {
      kind: 'callout',
      label: 'RESULT',
      text: 'Written some day between 3 February and 7 June 1941. The latest of the single dates misses the window by 13 days, the earliest by 481.',
    },
  ],
}

const sources: Section = {
  heading: 'Sources, and what stays open',
  blocks: [
    {
      kind: 'items',
      items: [
        { mark: '[1]', text: 'Museum of the Occupation of Latvia.' },
        {
          mark: '[2]',
          text: 'Parrish, *The Lesser Terror: Soviet State Security, 1939–1953*, Greenwood 1996, p.\u00A0262, ISBN\u00A00-275-95113-8.',
        },
        {
          mark: '[3]',
          text: 'Shtromas, *Totalitarianism and the Prospects for World Order*, Lexington 2003, p.\u00A0292, ISBN\u00A00-7391-0534-5.',
        },
        {
          mark: '[4]',
          text: 'Anušauskas, *Lietuvių tautos sovietinis naikinimas 1940–1958 metais*, Mintis 1996, pp.\u00A018–19, ISBN\u00A05-417-00713-7.',
        },
      ],
    },
    { kind: 'subheading', text: 'Open' },
    {
      kind: 'paragraph',
      text: 'On which day the Instructions were written. Whether the confusion with the order began with the heading in the report: possibly. The year of the stamp on the copy found in Šiauliai is inferred, not read.',
    },
    { kind: 'subheading', text: 'Fictitious' },
    {
      kind: 'paragraph',
      text: 'The shelfmark EXAMPLE-2/1/1, and every other shelfmark that begins with EXAMPLE.',
    },
  ],
}

/** The pages after the title page, in order. */
export const sections: readonly Section[] = [report, heading, papers, dating, russian, lithuanian, sources]
