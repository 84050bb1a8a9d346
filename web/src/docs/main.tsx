import './docs.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Caller, type Session, ask, kNobody } from '../shared/client';
import { Brand, CallerChooser, Failure, ThemeButton, useHash } from '../shared/parts';
import { EntityPage } from './entity_page';
import { kGuide } from './guide';
import { type Reference, operationsOf } from './reference';

function App() {
  const [session, setSession] = useState<Session | null>(null);
  const [reference, setReference] = useState<Reference | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [caller, setCaller] = useState<Caller>(kNobody);
  const [search, setSearch] = useState('');
  const [hash] = useHash();
  useEffect(() => {
    Promise.all([ask<Session>('/docs/api/session'), ask<Reference>('/docs/api/model')]).then(
      ([told, model]) => (setSession(told), setReference(model)), setError);
  }, []);
  const [page = '', operation = ''] = hash.replace(/^\//, '').split('/');
  useEffect(() => {
    const target = operation && document.getElementById(operation);
    if (target) target.scrollIntoView();
    else scrollTo(0, 0);
  }, [hash, reference]);
  const entity = reference?.entities.find((each) => each.resource === page);
  const chapter = kGuide.find((each) => each.id === page) ?? kGuide[0]!;
  const word = search.trim().toLowerCase();
  const found = reference?.entities.filter((each) => each.verbs.length && `${each.name} ${each.resource}`.toLowerCase().includes(word)) ?? [];
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}>Skip to the page</a>
      <header class="bar">
        <Brand where="API reference" href="/docs" />
        <span class="push" />
        {session?.console && session.development && <a class="small" href="/console">Console</a>}
        {session && <CallerChooser session={session} caller={caller} set={setCaller} verb="Call as" />}
        <ThemeButton />
      </header>
      <div class="shell">
        <nav class="side" aria-label="Contents">
          <input class="field" type="search" placeholder="Find an entity" aria-label="Find an entity" value={search}
            onInput={(event) => setSearch(event.currentTarget.value)} />
          <h2>Guide</h2>
          <ul>
            {kGuide.map((each) => (
              <li><a href={`#/${each.id}`} aria-current={!entity && each === chapter ? 'page' : undefined}>{each.title}</a></li>
            ))}
          </ul>
          <h2>Entities</h2>
          <ul>
            {found.map((each) => (
              <li>
                <a href={`#/${each.resource}`} aria-current={each === entity ? 'page' : undefined}>{each.name}</a>
                {each === entity && reference && (
                  <ul>
                    {operationsOf(reference, each).map((one) => (
                      <li><a href={`#/${each.resource}/${one.id}`} aria-current={one.id === operation ? 'true' : undefined}>{one.title}</a></li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </nav>
        <main id="main" tabIndex={-1}>
          {error !== null && <div class="pad"><Failure error={error} /></div>}
          {reference && (entity
            ? <EntityPage key={entity.resource} reference={reference} entity={entity} caller={caller} />
            : <article class="prose"><h1>{chapter.title}</h1>{chapter.view(reference)}</article>)}
        </main>
      </div>
    </>
  );
}

render(<App />, document.getElementById('root')!);
