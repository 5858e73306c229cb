/** A language's letters beyond ASCII, how often each stands among the others (‰, roughly), and who wrote them how. */
export type Alphabet = {
  language: string
  encodings: readonly string[]
  letters: Readonly<Record<string, number>>
}

const cyrillic = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic']

// biome-ignore format: tables of frequencies are read line by line
/** The languages whose old texts this archive expects; the order settles what fits two encodings equally well. */
export const alphabets: readonly Alphabet[] = [
  { language: 'German', encodings: ['windows-1252'], letters: { ü: 360, ä: 310, ö: 165, ß: 165 } },
  { language: 'Estonian', encodings: ['windows-1252', 'windows-1257'], letters: { ä: 420, õ: 300, ü: 190, ö: 70, š: 12, ž: 8 } },
  { language: 'French', encodings: ['windows-1252'], letters: {
    é: 590, à: 150, è: 110, ê: 50, ç: 30, ô: 18, î: 14, â: 14, û: 10, ù: 8, œ: 4, ï: 2, ë: 2 } },
  { language: 'Italian', encodings: ['windows-1252'], letters: { è: 340, à: 320, ù: 120, ò: 130, ì: 60, é: 30 } },
  { language: 'Swedish or Finnish', encodings: ['windows-1252'], letters: { ä: 480, å: 260, ö: 255, é: 5 } },
  { language: 'Polish', encodings: ['windows-1250', 'iso-8859-2'], letters: {
    ł: 270, ą: 145, ę: 160, ó: 125, ż: 120, ś: 98, ć: 59, ń: 29, ź: 9 } },
  { language: 'Lithuanian', encodings: ['windows-1257'], letters: {
    ė: 212, ų: 187, š: 160, ž: 113, ą: 107, į: 87, ū: 67, č: 60, ę: 33 } },
  { language: 'Latvian', encodings: ['windows-1257'], letters: {
    ā: 380, ī: 165, ē: 160, š: 95, ū: 55, ņ: 52, ļ: 38, ž: 28, ķ: 19, č: 19, ģ: 9, ŗ: 1, ō: 1 } },
  { language: 'Russian', encodings: cyrillic, letters: {
    о: 109, е: 85, а: 80, и: 74, н: 67, т: 63, с: 55, р: 47, в: 45, л: 44, к: 35, м: 32, д: 30, п: 28, у: 26, я: 20, ы: 19,
    ь: 17, г: 17, з: 16, б: 16, ч: 14, й: 12, х: 10, ж: 9, ш: 7, ю: 6, ц: 5, щ: 4, э: 3, ф: 3, ъ: 1, ё: 1, ѣ: 1, і: 1 } },
  { language: 'Ukrainian', encodings: cyrillic, letters: {
    о: 94, а: 83, н: 68, и: 62, в: 55, і: 57, т: 53, р: 48, е: 46, с: 41, к: 36, л: 36, м: 32, д: 34, у: 33, п: 28, я: 24,
    з: 23, ь: 19, г: 16, б: 17, ч: 14, й: 13, х: 12, ц: 10, ж: 9, ї: 8, ш: 8, ю: 8, є: 5, щ: 5, ф: 3, ґ: 1 } },
]
