// The rows of one resource, or of a row's relation: a table with filters, order and pages, whose cells are edited in place.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Caller } from '../shared/client';
import { Failure, Icon } from '../shared/parts';
import { Filters } from './filters';
import { type Entity, type Model, type Row, columnsOf, entityOf, placeOf } from './model';
import { NewRow } from './new_row';
import { RowSheet } from './row_sheet';
import { type Page, type Sight, kPageSize, list, readSight, writeSight } from './rows';
import { Table } from './table';

interface Place {
  path: string; // below /api
  entity: Entity;
  parent?: { entity: Entity; key: string; relation: string };
}

/** `orders`, or `customers/7/orders`. */
function placeIn(model: Model, path: string): Place | null {
  const [resource, key, relation] = path.split('/');
  const entity = entityOf(model, resource);
  if (!entity) return null;
  if (!key || !relation) return { path: entity.resource, entity };
  const target = entityOf(model, entity.fields.find((field) => field.name === relation)?.target);
  return target ? { path, entity: target, parent: { entity, key, relation } } : null;
}

export function RowsPage(props: { model: Model; caller: Caller; route: string; go: (hash: string) => void }) {
  const { model } = props;
  const [wanted = '', query = ''] = props.route.split('?');
  const place = placeIn(model, wanted) ?? (model.entities[0] ? placeIn(model, model.entities[0].resource) : null);
  const [search, setSearch] = useState('');
  const found = model.entities.filter((entity) => entity.name.toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <div class="shell">
      <nav class="side" aria-label="Entities">
        <input class="field" type="search" placeholder="Find an entity" aria-label="Find an entity" value={search}
          onInput={(event) => setSearch(event.currentTarget.value)} />
        <ul class="entities">
          {found.map((entity) => (
            <li>
              <a href={`#/rows/${entity.resource}`} aria-current={place?.entity === entity ? 'page' : undefined}>{entity.name}</a>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p class="muted small pad">None is called that.</p>}
      </nav>
      <main id="main" tabIndex={-1}>
        {place ? (
          <Rows key={place.path} {...props} place={place} query={query} />
        ) : (
          <div class="empty"><h2>No entities yet</h2><p>Add a type with @entity to schema.graphql.</p></div>
        )}
      </main>
    </div>
  );
}

function Rows(props: { model: Model; caller: Caller; place: Place; query: string; go: (hash: string) => void }) {
  const { model, caller, place } = props;
  const { entity } = place;
  const sight = useMemo(() => readSight(props.query), [props.query]);
  const [page, setPage] = useState<Page | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const [opened, setOpened] = useState<Row | null>(null);
  const [adding, setAdding] = useState(false);
  const look = (next: Sight) => {
    const text = writeSight(next);
    props.go(`/rows/${place.path}${text && `?${text}`}`);
  };
  useEffect(() => {
    let current = true;
    list(place.path, sight, caller).then(
      (rows) => current && (setPage(rows), setError(null)),
      (failure) => current && (setPage(null), setError(failure)),
    );
    return () => void (current = false);
  }, [place.path, sight, caller, turn]);
  const again = () => setTurn(turn + 1);
  const changed = (before: Row, after: Row | null) => {
    if (!page) return;
    setPage({ ...page, rows: page.rows.flatMap((row) => (row !== before ? [row] : after ? [after] : [])) });
    if (opened === before) setOpened(after);
  };
  const rows = page?.rows ?? [];
  const columns = columnsOf(entity).filter((field) => rows.length === 0 || rows.some((row) => field.name in row));
  const last = page ? page.first + rows.length : 0;
  return (
    <div class="rows">
      <div class="head">
        <div>
          <h1>
            {place.parent && (
              <>
                <a href={`#/rows/${place.parent.entity.resource}`}>{place.parent.entity.name} {decodeURIComponent(place.parent.key)}</a>
                <span class="muted"> / </span>
              </>
            )}
            {place.parent ? place.parent.relation : entity.name}
          </h1>
          {entity.description && !place.parent && <p class="muted">{entity.description}</p>}
        </div>
        <div class="row">
          <button class="button icon" onClick={again} aria-label="Load again" title="Load again"><Icon name="refresh" /></button>
          {!place.parent && (
            <button class="button primary" onClick={() => setAdding(true)}><Icon name="plus" />New {entity.name}</button>
          )}
        </div>
      </div>
      <Filters entity={entity} model={model} sight={sight} look={look} />
      {error !== null && <Failure error={error} />}
      {page && rows.length === 0 && (
        <div class="empty">
          <h2>{sight.filters.length ? 'No row fits' : 'No rows'}</h2>
          <p>{sight.filters.length ? 'Take a filter away, or look as somebody else.' : 'There are none, or none that this caller may read.'}</p>
        </div>
      )}
      {rows.length > 0 && (
        <Table model={model} entity={entity} columns={columns} rows={rows} order={sight.order} caller={caller}
          sort={(order) => look({ ...sight, order, page: '' })} open={setOpened} changed={changed} />
      )}
      {page && rows.length > 0 && (
        <div class="foot">
          <span class="muted small" role="status">
            {page.total === null ? `${rows.length} rows`
              : page.next || page.previous || page.total > kPageSize
                ? `${page.first + 1}–${last} of ${page.total} rows` : `${page.total} ${page.total === 1 ? 'row' : 'rows'}`}
          </span>
          <span class="row">
            {sight.page && <button class="button tiny" onClick={() => look({ ...sight, page: '' })}>First</button>}
            <button class="button tiny" disabled={!page.previous} onClick={() => look({ ...sight, page: page.previous })}>Previous</button>
            <button class="button tiny" disabled={!page.next || last === page.total}
              onClick={() => look({ ...sight, page: page.next })}>Next</button>
          </span>
        </div>
      )}
      {opened && (
        <RowSheet model={model} entity={entity} row={opened} caller={caller} close={() => setOpened(null)}
          changed={(after) => changed(opened, after)} key={placeOf(entity, opened) ?? ''} />
      )}
      {adding && (
        <NewRow model={model} entity={entity} caller={caller} close={() => setAdding(false)} done={() => {
          setAdding(false);
          again();
        }} />
      )}
    </div>
  );
}
