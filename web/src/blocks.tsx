/** Pieces of an article as a page shows them. What an article says is text, never HTML. */
import {
  cellsOf,
  cleanCode,
  indentOf,
  isParted,
  type Marked,
  type MarkedBlock,
  markBlocks,
  markerOf,
  withoutControls,
} from '../../src/blocks.ts';
import type { Block } from '../../src/types.ts';

/** A text with what answers the question marked. */
export function MarkedText({ text, spans }: Marked) {
  const shown = withoutControls(text);
  const parts = [];
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.end <= end) continue;
    const start = Math.max(end, span.start);
    parts.push(shown.slice(end, start), <mark key={start}>{shown.slice(start, span.end)}</mark>);
    end = span.end;
  }
  return (
    <>
      {parts}
      {shown.slice(end)}
    </>
  );
}

/** `highlights` are offsets into the texts of the blocks, joined by line ends. */
export const Blocks = ({
  blocks,
  highlights = [],
}: {
  blocks: readonly Block[];
  highlights?: readonly (readonly [number, number])[];
}) => (
  <div class="blocks">
    {markBlocks(blocks, highlights).map((marked, i) => (
      <OneBlock key={i} marked={marked} isParted={i > 0 && isParted(blocks[i - 1]!, marked.block)} />
    ))}
  </div>
);

function OneBlock({
  marked: { block, spans },
  isParted: parted,
}: {
  marked: MarkedBlock;
  isParted: boolean;
}) {
  const place = `depth-${Math.min(4, indentOf(block))}${parted ? ' parted' : ''}`;
  if (block.kind === 'code')
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      <pre class={place} tabIndex={0}>
        <code>{cleanCode(block.text)}</code>
      </pre>
    );
  if (block.kind === 'table') {
    const { head, rows } = cellsOf(block, spans);
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      <div class={`scrolls ${place}`} tabIndex={0}>
        <table>
          {head !== null && (
            <thead>
              <tr>
                {head.map((cell, i) => (
                  <th key={i} scope="col">
                    <MarkedText {...cell} />
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {row.map((cell, column) => (
                  <td key={column}>
                    <MarkedText {...cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
  return (
    <p class={`${block.kind} ${place}`}>
      {block.kind === 'item' && <span class="marker">{markerOf(block)}</span>}
      <span>
        <MarkedText text={block.text} spans={spans} />
      </span>
    </p>
  );
}
