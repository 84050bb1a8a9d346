// The table of rows. Enter or a double click edits a cell, arrows walk the cells.
import { useState } from 'preact/hooks';
import type { Caller } from '../shared/client';
import { Failure, Icon } from '../shared/parts';
import { Editor } from './editor';
import { type Entity, type Field, type Model, type Row, isNumber, leadsTo, placeOf, shown } from './model';
import { change } from './rows';

interface Props {
  model: Model;
  entity: Entity;
  columns: Field[];
  rows: Row[];
  order: string;
  caller: Caller;
  sort: (order: string) => void;
  open: (row: Row) => void;
  changed: (before: Row, after: Row | null) => void;
}

/** What a client may write in a row that is there. */
export const isEditable = (entity: Entity, field: Field) =>
  !field.readOnly && !field.immutable && !field.key && field.kind !== 'computed' && entity.version !== field.name;

export function Table(props: Props) {
  const { model, entity, columns, rows } = props;
  const [editing, setEditing] = useState<string | null>(null); // `row/field`
  const [failed, setFailed] = useState<{ at: string; error: unknown } | null>(null);
  const save = async (row: Row, field: Field, json: string, at: string) => {
    const place = placeOf(entity, row);
    if (!place) return;
    try {
      props.changed(row, (await change(place, `{${JSON.stringify(field.name)}:${json}}`, props.caller)) ?? row);
      setFailed(null);
      setEditing(null);
    } catch (error) {
      setFailed({ at, error });
    }
  };
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const cell = event.target instanceof HTMLTableCellElement ? event.target : null;
    if (!step || !cell) return;
    const [down = 0, right = 0] = step;
    const table = cell.closest('table');
    const next = table?.rows[(cell.parentElement as HTMLTableRowElement).rowIndex + down]?.cells[cell.cellIndex + right];
    if (!next || next.tagName === 'TH') return;
    event.preventDefault();
    next.focus();
  };
  return (
    <>
      {failed && <Failure error={failed.error} />}
      <div class="scroller" tabIndex={0} role="region" aria-label={`Rows of ${entity.name}`}>
        <table onKeyDown={walk}>
          <thead>
            <tr>
              <th scope="col"><span class="hidden-label">Row</span></th>
              {columns.map((field) => <Heading field={field} order={props.order} sort={props.sort} />)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={placeOf(entity, row) ?? index}>
                <td class="opener">
                  <button class="button tiny plain" onClick={() => props.open(row)} aria-label={`Open row ${index + 1}`}>
                    <Icon name="link" />
                  </button>
                </td>
                {columns.map((field, column) => {
                  const at = `${index}/${field.name}`;
                  const editable = isEditable(entity, field) && field.name in row && placeOf(entity, row) !== null;
                  if (editing === at)
                    return (
                      <td class="editing">
                        <Editor model={model} field={field} value={row[field.name]} leave={() => (setEditing(null), setFailed(null))}
                          save={(json) => save(row, field, json, at)} wrong={failed?.at === at} />
                      </td>
                    );
                  return (
                    <td tabIndex={index === 0 && column === 0 ? 0 : -1} class={isNumber(field) ? 'number' : ''} data-editable={editable || undefined}
                      title={editable ? 'Double-click or press Enter to edit' : undefined}
                      onDblClick={() => editable && setEditing(at)}
                      onKeyDown={(event) => {
                        if (event.key !== 'Enter' || event.target !== event.currentTarget || !editable) return;
                        event.preventDefault();
                        setEditing(at);
                      }}>
                      <CellText model={model} entity={entity} field={field} row={row} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Heading({ field, order, sort }: { field: Field; order: string; sort: (order: string) => void }) {
  const [name, direction] = order.split('.');
  const sorted = name === field.name ? direction ?? 'asc' : '';
  const next = sorted === 'asc' ? `${field.name}.desc` : sorted === 'desc' ? '' : `${field.name}.asc`;
  const sortable = !field.list && field.kind !== 'embedded' && field.type !== 'JSON';
  return (
    <th scope="col" class={isNumber(field) ? 'number' : ''} aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}>
      {sortable ? (
        <button onClick={() => sort(next)} title={field.description}>
          {field.name}
          {sorted && <Icon name={sorted === 'asc' ? 'up' : 'down'} />}
        </button>
      ) : (
        <span title={field.description}>{field.name}</span>
      )}
    </th>
  );
}

export function CellText({ model, entity, field, row }: { model: Model; entity: Entity; field: Field; row: Row }) {
  if (!(field.name in row)) return <span class="muted" title="This caller may not read it">–</span>;
  const value = row[field.name];
  if (value === null) return <span class="null">null</span>;
  const target = leadsTo(model, entity, field);
  if (target)
    return <a href={`#/rows/${target.resource}?${target.key[0]}=eq.${encodeURIComponent(String(value))}`}>{shown(value)}</a>;
  if (typeof value === 'boolean') return <span class={`tag ${value ? 'good' : ''}`}>{String(value)}</span>;
  if (field.enum) return <span class="tag accent">{shown(value)}</span>;
  const text = shown(value);
  return <span class={typeof value === 'object' ? 'mono' : ''} title={text.length > 40 ? text : undefined}>{text}</span>;
}
