import './console.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Caller, Refusal, type Session, ask, kNobody } from '../shared/client';
import { Brand, CallerChooser, Failure, ThemeButton, useHash } from '../shared/parts';
import { AccessPage } from './access_page';
import { DiagramPage } from './diagram_page';
import { HealthPage } from './health_page';
import { KeyPage } from './key_page';
import type { Model } from './model';
import { RequestsPage } from './requests_page';
import { RowsPage } from './rows_page';

const kPages = [
  ['rows', 'Data'],
  ['diagram', 'Diagram'],
  ['access', 'Access'],
  ['requests', 'Requests'],
  ['health', 'Health'],
] as const;

interface Opened {
  key: string; // in production, what opened the console
  session: Session;
  model: Model;
}

async function open(key: string): Promise<Opened> {
  const init = key ? { headers: { Authorization: `Bearer ${key}` } } : {};
  const [session, model] = await Promise.all([
    ask<Session>('/console/api/session', init),
    ask<Model>('/console/api/model', init),
  ]);
  return { key, session, model };
}

/** In development one begins as the strongest role: the schema's last, as enums of roles mostly have it. */
const firstCaller = (session: Session, key: string): Caller =>
  session.development ? { ...kNobody, role: session.roles?.at(-1) ?? '' } : { ...kNobody, token: key };

function App() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [caller, setCaller] = useState<Caller>(kNobody);
  const [hash, go] = useHash();
  const enter = async (key: string) => {
    try {
      const next = await open(key);
      setCaller(firstCaller(next.session, key));
      setOpened(next);
      setError(null);
    } catch (failure) {
      setError(failure);
    }
  };
  useEffect(() => void enter(''), []);
  const [page = '', ...rest] = hash.replace(/^\//, '').split('/');
  const current = kPages.find(([name]) => name === page)?.[0] ?? 'rows';
  const wantsKey = error instanceof Refusal && [401, 403].includes(error.problem.status) && error.problem.reason !== '';

  return (
    <>
      <a class="skip" href="#main" onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}>Skip to the page</a>
      <header class="bar">
        <Brand where="Console" href="/console" />
        {opened && (
          <nav class="tabs" aria-label="Pages">
            {kPages.map(([name, label]) => (
              <a href={`#/${name}`} aria-current={name === current ? 'page' : undefined}>{label}</a>
            ))}
          </nav>
        )}
        <span class="push" />
        {opened?.session.docs && <a class="small" href="/docs">API reference</a>}
        {opened && <CallerChooser session={opened.session} caller={caller} set={setCaller} verb="View as" />}
        <ThemeButton />
      </header>
      {!opened && (
        <main class="narrow" id="main" tabIndex={-1}>
          {wantsKey ? <KeyPage error={error} enter={enter} /> : error ? <Failure error={error} /> : null}
        </main>
      )}
      {opened && current === 'rows' && <RowsPage model={opened.model} caller={caller} route={rest.join('/')} go={go} />}
      {opened && current === 'diagram' && <DiagramPage model={opened.model} />}
      {opened && current === 'access' && <AccessPage model={opened.model} caller={caller} route={rest.join('/')} />}
      {opened && current === 'requests' && <RequestsPage opener={opened.key} />}
      {opened && current === 'health' && <HealthPage model={opened.model} session={opened.session} caller={caller} />}
    </>
  );
}

render(<App />, document.getElementById('root')!);
