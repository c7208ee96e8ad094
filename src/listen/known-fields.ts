type OptionalKey<T> = {
  [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? K : never
}[keyof T]

/** The fields of T, where optional ones may also be given as undefined. */
export type FieldsIfKnown<T> = Omit<T, OptionalKey<T>> & {
  [K in OptionalKey<T>]?: T[K] | undefined
}

/** Leaves out the fields whose value is undefined: in arrivals a field that was not said is absent. */
export function knownFields<T extends object>(fields: FieldsIfKnown<T>): T {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as T
}
