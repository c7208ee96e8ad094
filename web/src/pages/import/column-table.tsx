import { NativeSelect } from '@mantine/core'
import { useLanguage, useWords } from '../../language.tsx'
import {
  assign,
  COLUMNS,
  fieldsOf,
  heldBy,
  type Mapping,
  type TableFormat,
  type Uploaded,
} from './mapping.ts'
import { columnWords, PRODUCT_NAMES, WORDS } from './words.ts'

type Table = NonNullable<Uploaded['table']>

/** The head of the table as it came; above each column a choice of what it holds. */
export function ColumnTable(props: {
  format: TableFormat
  table: Table
  columns: Mapping
  change: (columns: Mapping) => void
}) {
  const words = useWords(WORDS)
  const { format, table, columns } = props
  const ignored = table.header.filter((header) => heldBy(columns, header) === undefined)
  return (
    <div className="stack-tight">
      <h3>{words.mapping}</h3>
      {table.product !== null && (
        <p className="small">{words.looksLike(PRODUCT_NAMES[table.product])}</p>
      )}
      {table.remembered.includes(format) && <p className="small soft">{words.remembered}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={words.sample}>
        <table className="plain small column-table">
          <thead>
            <tr>
              {table.header.map((header, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same name
                <th key={index} scope="col">
                  <bdi>{header}</bdi>
                  <ColumnChoice {...props} header={header} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.sample.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
              <tr key={line}>
                {row.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor have its cells
                  <td key={index} dir="auto">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {ignored.length > 0 && (
        <p className="small soft">
          {words.ignored} <bdi>{words.joined(ignored)}</bdi>
        </p>
      )}
    </div>
  )
}

function ColumnChoice(props: {
  format: TableFormat
  table: Table
  header: string
  columns: Mapping
  change: (columns: Mapping) => void
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const held = heldBy(props.columns, props.header)
  const own = fieldsOf(props.table, props.format)
  const ours = COLUMNS[props.format]
  return (
    <NativeSelect
      aria-label={`${words.mapping}: ${props.header}`}
      value={held ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget
        const known = [...ours, ...own.map(({ meaning }) => meaning)]
        const meant = known.find((one) => one === value)
        props.change(assign(props.columns, props.header, meant))
      }}
      data={[
        { value: '', label: words.noColumn },
        ...ours.map((value) => ({ value, label: columnWords(props.format, value)[language] })),
        ...(own.length === 0
          ? []
          : [
              {
                group: words.ownFields,
                items: own.map(({ meaning, name }) => ({ value: meaning, label: name })),
              },
            ]),
      ]}
    />
  )
}
