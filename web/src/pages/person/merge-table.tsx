import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { useRelationName } from '../../parts/relation-names.tsx'
import { useMergeFields } from './merge-field.ts'
import { MERGE_WORDS, type Preview } from './merge-words.ts'
import { useMeans } from './privacy.tsx'

type Side = 'keep' | 'merge'
/** What was chosen just now; the rest is as the preview says. */
export type Sides = Record<string, Side>
type Choose = (key: string, side: Side) => void

/** Both people, item by item, and the person that they become; names, owners and own fields are chosen one by one. */
export function MergeTable(props: { preview: Preview; chosen: Sides; choose: Choose }) {
  const words = useWords(MERGE_WORDS)
  const { preview, chosen, choose } = props
  const { keep, merge } = preview
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="merge-side" aria-label={words.sideBySide} tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">
              {words.keptPerson}
              <br />
              <bdi>{keep.person.displayName}</bdi>
            </th>
            <th scope="col">
              {words.mergedPerson}
              <br />
              <bdi>{merge.person.displayName}</bdi>
            </th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {preview.fields.map((one) => (
            <FieldRow
              key={one.key}
              one={one}
              takes={chosen[one.key] ?? one.takes}
              choose={choose}
            />
          ))}
          <TogetherRows together={preview.together} />
          <CountRows preview={preview} />
        </tbody>
      </table>
    </section>
  )
}

function FieldRow(props: { one: Preview['fields'][number]; takes: Side; choose: Choose }) {
  const { one, takes, choose } = props
  const words = useWords(MERGE_WORDS)
  const { nameOf, shownIn } = useMergeFields()
  const name = nameOf(one)
  const isOpen = one.keep !== one.merge
  return (
    <tr>
      <th scope="row">{name}</th>
      {(['keep', 'merge'] as const).map((side) => (
        <td key={side}>
          {isOpen ? (
            <label>
              <input
                type="radio"
                name={one.key}
                checked={takes === side}
                onChange={() => choose(one.key, side)}
                aria-label={words.take(name, shownIn(one, one[side]))}
              />
              <bdi>{shownIn(one, one[side])}</bdi>
            </label>
          ) : (
            <bdi>{shownIn(one, one[side])}</bdi>
          )}
        </td>
      ))}
      <td>
        <bdi>{shownIn(one, one[takes])}</bdi>
      </td>
    </tr>
  )
}

/** What comes together of both: nothing of it is chosen, all of it holds. */
function TogetherRows({ together }: { together: Preview['together'] }) {
  const words = useWords(MERGE_WORDS)
  const meansOf = useMeans()
  const { tags, consents, doNotContact } = together
  const rows = [
    { name: words.tags, ...tags },
    { name: words.consents, ...inWords(consents, meansOf) },
    { name: words.doNotContact, ...inWords(doNotContact, meansOf) },
  ]
  return rows.map(({ name, keep, merge, result }) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>
        <bdi>{words.list(keep)}</bdi>
      </td>
      <td>
        <bdi>{words.list(merge)}</bdi>
      </td>
      <td>
        <bdi>{words.list(result)}</bdi>
      </td>
    </tr>
  ))
}

function inWords<Means>(
  { keep, merge, result }: Record<'keep' | 'merge' | 'result', Means[]>,
  meansOf: (means: Means) => string,
) {
  return { keep: keep.map(meansOf), merge: merge.map(meansOf), result: result.map(meansOf) }
}

/** What colleagues did with them. */
const ENGAGED = ['deals', 'tasks', 'notes', 'contacts'] as const

function CountRows({ preview: { keep, merge, result } }: { preview: Preview }) {
  const words = useWords(MERGE_WORDS)
  const { language } = useLanguage()
  const relationName = useRelationName()
  const count = (number: number) => formatCount(number, language)
  const handles = (side: Preview['keep']) =>
    words.list(side.person.handles.map((one) => one.username ?? one.externalId))
  const relations = (side: Preview['keep']) => words.list(side.person.relations.map(relationName))
  const organisations = (side: Preview['keep']) =>
    words.list(side.person.affiliations.map((one) => one.organisation.name))
  const rows = [
    [words.accounts, handles(keep), handles(merge), count(result.handles)],
    [words.relations, relations(keep), relations(merge), count(result.rows.relations)],
    [
      words.affiliations,
      organisations(keep),
      organisations(merge),
      count(result.rows.affiliations),
    ],
    ...ENGAGED.map((one) => [
      words[one],
      ...[count(keep.rows[one]), count(merge.rows[one]), count(result.rows[one])],
    ]),
    [words.posts, count(keep.person.posts), count(merge.person.posts), count(result.posts)],
    [
      words.activities,
      ...[count(keep.person.activities), count(merge.person.activities), count(result.activities)],
    ],
  ]
  return rows.map(([name = '', own, other, sum]) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>
        <bdi>{own}</bdi>
      </td>
      <td>
        <bdi>{other}</bdi>
      </td>
      <td>{sum}</td>
    </tr>
  ))
}
