// The chapters that hold for every entity.
import type { ComponentChildren } from 'preact';
import type { Reference } from './reference';

interface Chapter {
  id: string;
  title: string;
  view: (reference: Reference) => ComponentChildren;
}

const Code = ({ children, label }: { children: string; label: string }) => (
  <pre class="code" tabIndex={0} role="region" aria-label={label}>{children}</pre>
);

/** A resource to write examples with. */
const sample = (reference: Reference) => reference.entities.find((each) => each.verbs.includes('READ')) ?? reference.entities[0];

const kOperators: [string, string][] = [
  ['eq, neq', 'is, is not'],
  ['gt, gte, lt, lte', 'above, at least, below, at most'],
  ['like, ilike', 'a pattern: * any characters, _ one; ilike whatever the case'],
  ['in', 'one of: in.(a,b)'],
  ['is', 'null, not_null, true, false, unknown'],
  ['isdistinct', 'is not, null being a value'],
  ['match, imatch', 'a regular expression'],
  ['cs, cd, ov', 'of lists and JSON: contains, is contained, overlaps'],
  ['fts, plfts, phfts, wfts', 'full-text search, of fields that have it'],
];

export const kGuide: Chapter[] = [
  {
    id: 'start',
    title: 'Introduction',
    view: (reference) => (
      <>
        <p class="lead">
          Every entity is a resource below <code>{location.origin}/api</code>, named by its plural. Requests and replies are
          JSON. The query grammar is PostgREST's, so its clients work unchanged.
        </p>
        <Code label="A first request">{`curl '${location.origin}/api/${sample(reference)?.resource ?? ''}?limit=3'`}</Code>
        <h2>Trying calls</h2>
        <p>
          Each operation has <b>Try it</b> beside it. The calls are real: they read and change this server's rows, as the
          caller chosen at the top.
        </p>
        <h2>Entities</h2>
        <div class="cards">
          {reference.entities.filter((each) => each.verbs.length).map((each) => (
            <a class="card" href={`#/${each.resource}`}>
              <b>{each.name}</b>
              <span class="muted small">{each.description ?? `/api/${each.resource}`}</span>
            </a>
          ))}
        </div>
      </>
    ),
  },
  {
    id: 'authentication',
    title: 'Authentication',
    view: () => (
      <>
        <p class="lead">A request says who asks by one credential, a token or an API key. Without one it is anonymous.</p>
        <Code label="Credentials">{`Authorization: Bearer <token or key>\napikey: <key>`}</Code>
        <p>
          What the caller may see and do is decided row by row and field by field. A row that one may not read is as good as
          not there: it is in no list and no count, and 404 by its key. A credential that does not hold is 401.
        </p>
        <p>
          <code>GET /api/$access?operation=UPDATE&amp;resource=…&amp;id=…</code> tells the caller what it may do, before it tries.
        </p>
      </>
    ),
  },
  {
    id: 'queries',
    title: 'Queries',
    view: (reference) => {
      const entity = sample(reference);
      const name = entity?.fields.find((field) => field.kind === 'value' && !field.key && !field.of)?.name ?? 'name';
      return (
        <>
          <p class="lead">Lists take filters, an order, a choice of fields and related rows.</p>
          <h2>Filters</h2>
          <p>A filter is <code>field=operator.value</code>. Several are all required; <code>not.</code> before an operator negates it.</p>
          <Code label="Filters">{`GET /api/${entity?.resource}?${name}=neq.x&or=(${name}.eq.a,${name}.is.null)`}</Code>
          <table class="plain">
            <thead><tr><th scope="col">Operator</th><th scope="col">Meaning</th></tr></thead>
            <tbody>{kOperators.map(([words, meaning]) => <tr><td><code>{words}</code></td><td>{meaning}</td></tr>)}</tbody>
          </table>
          <h2>Fields and related rows</h2>
          <p>
            <code>select=a,b</code> chooses fields, <code>alias:a</code> renames one. <code>select=*,relation(*)</code> reads
            related rows along, in the same number of statements however many rows there are; <code>relation!inner(*)</code> keeps
            only rows that have some.
          </p>
          <h2>Order</h2>
          <p><code>order=a.desc,b.asc.nullslast</code>. The key is always last, so that the order is whole.</p>
        </>
      );
    },
  },
  {
    id: 'pages',
    title: 'Pages',
    view: (reference) => (
      <>
        <p class="lead">Follow the <code>Link</code> of a reply: its cursors see every row once, whatever is inserted meanwhile.</p>
        <Code label="A page and the next">{`GET /api/${sample(reference)?.resource}?limit=50\n\nLink: </api/${sample(reference)?.resource}?limit=50&after=…>; rel="next"`}</Code>
        <p>
          <code>Prefer: count=exact</code> tells in <code>Content-Range</code> how many rows there are; a list that is not whole
          is then 206. <code>offset</code> and <code>Range</code> work too. <code>Accept: text/csv</code> and{' '}
          <code>application/x-ndjson</code> stream a whole list without pages.
        </p>
      </>
    ),
  },
  {
    id: 'writes',
    title: 'Writes',
    view: () => (
      <>
        <p class="lead">Every write is all or nothing, and may be repeated safely.</p>
        <ul class="points">
          <li><code>Prefer: return=representation</code> sends the rows back, as the caller may read them.</li>
          <li><code>Idempotency-Key</code>: the same key and body again give the first reply, and no second effect.</li>
          <li>A <code>PATCH</code> or <code>DELETE</code> of a list needs a filter: <code>PATCH /api/resource?field=eq.value</code>.</li>
          <li>Related rows are written with their row: <code>create</code>, <code>connect</code>, <code>update</code>, <code>upsert</code>, <code>disconnect</code>, <code>delete</code>, <code>set</code>.</li>
          <li><code>POST /api/$batch</code> runs several writes in one transaction; later ones may use what earlier ones wrote.</li>
          <li><code>Prefer: import=partial</code> imports CSV or NDJSON of any length, and answers with a line for each row that is refused.</li>
        </ul>
      </>
    ),
  },
  {
    id: 'errors',
    title: 'Errors',
    view: (reference) => (
      <>
        <p class="lead">
          Errors are <code>application/problem+json</code>: <code>reason</code> is a word that never changes, <code>detail</code> and{' '}
          <code>hint</code> are for people, <code>errors</code> names each wrong field.
        </p>
        <table class="plain">
          <thead><tr><th scope="col">Status</th><th scope="col">Reason</th><th scope="col">Meaning</th></tr></thead>
          <tbody>
            {[...reference.errors].sort((a, b) => a.status - b.status).map((each) => (
              <tr><td>{each.status}</td><td><code>{each.reason}</code></td><td>{each.meaning}</td></tr>
            ))}
          </tbody>
        </table>
      </>
    ),
  },
];
