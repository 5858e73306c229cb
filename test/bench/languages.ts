/** How the words of a language are built: syllables of an onset, a vowel and a coda, then an ending. */
export type Language = {
  code: string
  onsets: readonly string[]
  vowels: readonly string[]
  codas: readonly string[]
  endings: readonly string[]
}

const parts = (text: string): string[] => text.split(' ').map((part) => (part === '_' ? '' : part))

/** Letters and plausible shapes of words, not words: what matters here are alphabets, lengths and frequencies. */
export const languages: readonly Language[] = [
  {
    code: 'en',
    onsets: parts('_ b c d f g h l m n p r s t v w br ch cl cr dr fr gr pl pr sh sp st str th tr'),
    vowels: parts('a e i o u ea ee ai ou oo'),
    codas: parts('_ _ _ n r s t l m d nd nt st ck'),
    endings: parts('_ s ed ing er tion ment ly al ness'),
  },
  {
    code: 'ru',
    onsets: parts('_ б в г д ж з к л м н п р с т ф х ц ч ш вс пр ст тр гр кр сл зд'),
    vowels: parts('а е и о у ы я ё ю э'),
    codas: parts('_ _ _ н р с т л м й к в'),
    endings: parts('ов ость ение ция ами ого ский ать ил ы а'),
  },
  {
    code: 'lt',
    onsets: parts('_ b d g j k l m n p r s š t v z ž č br dr gr kr pr sk st tr šv'),
    vowels: parts('a e i o u ą ę ė į ų ū ai ie uo au'),
    codas: parts('_ _ _ n r s t l m k'),
    endings: parts('as is us ė ų ams oje imas ybė ti iai'),
  },
  {
    code: 'lv',
    onsets: parts('_ b d g ģ j k ķ l ļ m n ņ p r s š t v z ž č br dr kr pr st tr'),
    vowels: parts('a ā e ē i ī o u ū ai ie au'),
    codas: parts('_ _ _ n r s t l m k'),
    endings: parts('s is us a e ām iem šana ība ēja t'),
  },
  {
    code: 'et',
    onsets: parts('_ h j k l m n p r s t v kr pr tr'),
    vowels: parts('a e i o u õ ä ö ü aa ee ii uu ei ai'),
    codas: parts('_ _ _ n r s t l m k d'),
    endings: parts('_ d t s le ks mine lik ga st us'),
  },
  {
    code: 'de',
    onsets: parts('_ b d f g h k l m n p r s t v w z br dr fr gr kl pr sch schl st tr zw'),
    vowels: parts('a e i o u ä ö ü ei ie au eu'),
    codas: parts('_ _ _ n r s t l m _ _ _ n r s t l m ch nd rt cht ch nd rt cht _ _ _ n r s t l m ß'),
    endings: parts('_ e en er es ung keit lich heit te'),
  },
]
