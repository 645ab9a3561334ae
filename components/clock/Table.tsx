interface Props {
  head: string[];
  /** The first cell names its row. */
  rows: string[][];
}

/** A plain table of texts. */
export function Table({ head, rows }: Props) {
  return (
    <table className="numbers">
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((text, at) => (
              <td key={head[at + 1]}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
