type MayBeAbsent<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T]

/** The same fields, where one that may be undefined may be absent instead. */
export type KnownFields<T> = Omit<T, MayBeAbsent<T>> & {
  [K in MayBeAbsent<T>]?: Exclude<T[K], undefined>
}

/** Leaves out the fields whose value is undefined: in arrivals a field that was not said is absent. */
export function knownFields<T extends object>(fields: T): KnownFields<T> {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as KnownFields<T>
}
