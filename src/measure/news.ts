/** What a batch brought: a range of ids, and when it arrived. */
export interface News {
  from: string
  to: string
  at: string
}

/** What `activities.heard` says of what is new; undefined where nothing is. */
export function readNews(detail: readonly string[]): News | undefined {
  const partOf = (name: string) =>
    detail.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1)
  const [from, to, at] = [partOf('from'), partOf('to'), partOf('at')]
  return from === undefined || to === undefined || at === undefined ? undefined : { from, to, at }
}
