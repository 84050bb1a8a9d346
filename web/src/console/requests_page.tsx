// Requests as they come in: asked every second while the page is looked at.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../shared/client';
import { Failure } from '../shared/parts';

interface Request {
  number: number;
  at: number; // µs since 1970
  took: number; // µs
  status: number;
  bytes: number;
  id: string;
  method: string;
  path: string;
  query: string;
  client: string;
}

const kEvery = 1000;
const kMost = 300;

const kind = (status: number) => (status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good');
const clock = (at: number) => new Date(at / 1000).toISOString().slice(11, 23);

function read(query: string): string {
  try {
    return decodeURIComponent(query.replace(/\+/g, ' '));
  } catch {
    return query;
  }
}

export function RequestsPage({ opener }: { opener: string }) {
  const [requests, setRequests] = useState<Request[]>([]);
  const [paused, setPaused] = useState(false);
  const [search, setSearch] = useState('');
  const [onlyFailed, setOnlyFailed] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const last = useRef(0);
  useEffect(() => {
    if (paused) return;
    let current = true;
    const look = async () => {
      if (document.hidden) return;
      try {
        const init = opener ? { headers: { Authorization: `Bearer ${opener}` } } : {};
        const news = await ask<{ last: number; requests: Request[] }>(`/console/api/requests?after=${last.current}`, init);
        if (!current) return;
        const anew = news.last < last.current; // another process
        last.current = news.last;
        if (anew || news.requests.length)
          setRequests((before) => [...news.requests.reverse(), ...(anew ? [] : before)].slice(0, kMost));
        setError(null);
      } catch (failure) {
        if (current) setError(failure);
      }
    };
    void look();
    const timer = setInterval(look, kEvery);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [paused]);
  const word = search.trim().toLowerCase();
  const shown = requests.filter((each) => (!onlyFailed || each.status >= 400) &&
    `${each.method} ${each.path}?${read(each.query)} ${each.status} ${each.id}`.toLowerCase().includes(word));
  return (
    <main id="main" tabIndex={-1} class="rows">
      <div class="head">
        <div>
          <h1>Requests</h1>
          <p class="muted">The last {kMost}, as they come in; those of these pages are left out.</p>
        </div>
        <div class="row">
          <button class="button" aria-pressed={paused} onClick={() => setPaused(!paused)}>{paused ? 'Go on' : 'Pause'}</button>
          <button class="button" onClick={() => setRequests([])}>Clear</button>
        </div>
      </div>
      <div class="filters">
        <input class="field wide" type="search" placeholder="Find by path, status or id" aria-label="Find a request" value={search}
          onInput={(event) => setSearch(event.currentTarget.value)} />
        <label class="row small">
          <input type="checkbox" checked={onlyFailed} onChange={(event) => setOnlyFailed(event.currentTarget.checked)} /> Only failed ones
        </label>
      </div>
      {error !== null && <Failure error={error} />}
      {shown.length === 0 ? (
        <div class="empty">
          <h2>{requests.length ? 'None fits' : 'No requests yet'}</h2>
          <p>{requests.length ? 'Look for something else.' : 'They appear here as soon as somebody asks the API.'}</p>
        </div>
      ) : (
        <div class="scroller" tabIndex={0} role="region" aria-label="Requests">
          <table>
            <thead>
              <tr>
                <th scope="col" class="time">Time (UTC)</th><th scope="col">Request</th><th scope="col">Status</th>
                <th scope="col" class="number">ms</th><th scope="col" class="number">Bytes</th><th scope="col">Client</th><th scope="col">Id</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((each) => (
                <tr key={each.number}>
                  <td class="mono">{clock(each.at)}</td>
                  <td class="target" title={`${each.path}${each.query && `?${read(each.query)}`}`}>
                    <b>{each.method}</b> {each.path}<span class="muted">{each.query && `?${read(each.query)}`}</span>
                  </td>
                  <td><span class={`tag ${kind(each.status)}`}>{each.status}</span></td>
                  <td class="number">{(each.took / 1000).toFixed(2)}</td>
                  <td class="number">{each.bytes}</td>
                  <td>{each.client}</td>
                  <td class="mono muted">{each.id}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}
