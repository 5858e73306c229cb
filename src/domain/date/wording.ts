/** A day, a month or a year, as it is named. */
export type Named = { readonly year: number; readonly month?: number; readonly day?: number }

/** How dates are said in a language. Each entry gives a phrase that can stand after "dated" or alone; no full stop. */
export type DateWording = {
  /** 7 June 1941, June 1941, 1941. */
  readonly named: (date: Named) => string
  /** From one to the other: 3 February – 20 July 1941. Null is an open end, not both. */
  readonly lasting: (from: Named | null, to: Named | null) => string
  /** Within one: in June 1941, on 7 June 1941. */
  readonly within: (date: Named) => string
  /** One day of those from one to the other, both included. Null is an open end, not both. */
  readonly someDay: (from: Named | null, to: Named | null) => string
  /** Some day of one month or year. */
  readonly someDayIn: (date: Named) => string
  /** ISO 8601-2's parts of a year, 21 to 41: summer 1941, the first quarter of 1941. */
  readonly partOfYear: (code: number, year: number) => string
  /** 1941-06-XX and 1941-XX-XX; and 1941-XX, where the month is not known. */
  readonly unknownDay: (date: Named) => string
  readonly unknownMonth: (year: number) => string
  /** XXXX-06-07 and XXXX-06: the month, and the day where it is known. */
  readonly unknownYear: (month: number, day: number | null) => string
  /** 194X, or 1900 to 1999. */
  readonly decade: (firstYear: number) => string
  readonly about: (date: string) => string
  readonly perhaps: (date: string) => string
  readonly and: (dates: readonly string[]) => string
  readonly or: (dates: readonly string[]) => string
  /** A Julian day with the same day in the Gregorian calendar: 25 October (7 November) 1917. */
  readonly oldStyleDay: (julian: Required<Named>, gregorian: Required<Named>) => string
  /** Any other Julian date: June 1900 (Old Style). */
  readonly oldStyle: (date: string) => string
  /** A date whose calendar nobody knows. */
  readonly eitherStyle: (date: string) => string
  readonly anyDay: string
  readonly noDay: string
  readonly notKnown: string
}
