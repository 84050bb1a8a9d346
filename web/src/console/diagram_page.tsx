// The entities and what they refer to. A box leads to its rows; the lines of the box at hand stand out.
import { useMemo, useState } from 'preact/hooks';
import { type Box, type Line, kHead, kRow, kWidth, layOut } from './layout';
import { type Model, typeName } from './model';

const kMargin = 24;

function path(line: Line): string {
  const { from, to } = line;
  if (from.x === to.x) {
    const x = from.x + kWidth;
    const bend = x + 46;
    return `M${x} ${line.fromY}C${bend} ${line.fromY} ${bend} ${line.toY} ${x} ${line.toY}`;
  }
  const leftward = to.x < from.x;
  const start = leftward ? from.x : from.x + kWidth;
  const end = leftward ? to.x + kWidth : to.x;
  const middle = (start + end) / 2;
  return `M${start} ${line.fromY}C${middle} ${line.fromY} ${middle} ${line.toY} ${end} ${line.toY}`;
}

export function DiagramPage({ model }: { model: Model }) {
  const { boxes, lines, width, height } = useMemo(() => layOut(model), [model]);
  const [near, setNear] = useState('');
  const lit = (line: Line) => near !== '' && (line.from.entity.resource === near || line.to.entity.resource === near);
  return (
    <main id="main" tabIndex={-1} class="diagram">
      <div class="head">
        <div>
          <h1>Diagram</h1>
          <p class="muted">{model.entities.length} entities. A line leads from a field to what it refers to; a dashed one links many to many.</p>
        </div>
      </div>
      <div class="canvas" tabIndex={0} role="region" aria-label="Diagram of the entities">
        <svg width={width + 2 * kMargin + 50} height={height + 2 * kMargin}
          viewBox={`${-kMargin} ${-kMargin} ${width + 2 * kMargin + 50} ${height + 2 * kMargin}`}>
          <defs>
            <marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
              <path d="M1 1 7 4 1 7" fill="none" stroke="context-stroke" stroke-width="1.4" />
            </marker>
          </defs>
          {lines.map((line) => (
            <path class={`line ${line.many ? 'many' : ''} ${lit(line) ? 'lit' : ''}`} d={path(line)} marker-end={line.many ? undefined : 'url(#end)'}>
              <title>{line.name}</title>
            </path>
          ))}
          {boxes.map((box) => <BoxOf box={box} enter={() => setNear(box.entity.resource)} leave={() => setNear('')} />)}
        </svg>
      </div>
    </main>
  );
}

function BoxOf({ box, enter, leave }: { box: Box; enter: () => void; leave: () => void }) {
  const { entity } = box;
  return (
    <a href={`#/rows/${entity.resource}`} class="box" aria-label={`Rows of ${entity.name}`}
      onPointerEnter={enter} onPointerLeave={leave} onFocus={enter} onBlur={leave}>
      <g transform={`translate(${box.x} ${box.y})`}>
        <rect width={kWidth} height={box.height} rx="9" />
        <text class="name" x="14" y={kHead / 2 + 5}>{entity.name}</text>
        <path class="rule" d={`M0 ${kHead}H${kWidth}`} />
        {box.fields.map((field, index) => (
          <g transform={`translate(0 ${kHead + index * kRow + 4})`}>
            <text class={field.key ? 'key' : ''} x="14" y="17">{field.name}</text>
            <text class="type" x={kWidth - 14} y="17" text-anchor="end">
              {field.kind === 'one' ? '→' : typeName(field)}
            </text>
          </g>
        ))}
        {box.hidden > 0 && <text class="type" x="14" y={kHead + box.fields.length * kRow + 21}>and {box.hidden} more</text>}
      </g>
    </a>
  );
}
