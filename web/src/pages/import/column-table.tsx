import { NativeSelect } from '@mantine/core'
import { useLanguage, useWords } from '../../language.tsx'
import {
  assign,
  COLUMNS,
  heldBy,
  type Mapping,
  type TableFormat,
  type Uploaded,
} from './mapping.ts'
import { columnWords, WORDS } from './words.ts'

type Table = NonNullable<Uploaded['table']>

/** The head of the table as it came; above each column a choice of what it holds. */
export function ColumnTable(props: {
  format: TableFormat
  table: Table
  columns: Mapping
  change: (columns: Mapping) => void
}) {
  const words = useWords(WORDS)
  const { format, table, columns, change } = props
  return (
    <div className="stack-tight">
      <h3>{words.mapping}</h3>
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
                  <ColumnChoice format={format} header={header} columns={columns} change={change} />
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
    </div>
  )
}

function ColumnChoice(props: {
  format: TableFormat
  header: string
  columns: Mapping
  change: (columns: Mapping) => void
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const held = heldBy(props.columns, props.header)
  return (
    <NativeSelect
      aria-label={`${words.mapping}: ${props.header}`}
      value={held ?? ''}
      onChange={(event) => {
        const column = COLUMNS[props.format].find((known) => known === event.currentTarget.value)
        props.change(assign(props.columns, props.header, column))
      }}
      data={[
        { value: '', label: words.noColumn },
        ...COLUMNS[props.format].map((value) => ({
          value,
          label: columnWords(props.format, value)[language],
        })),
      ]}
    />
  )
}
